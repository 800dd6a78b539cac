// SPDX-License-Identifier: AGPL-3.0-only
// What the pages do in the browser: sign-in in place after a time-out, keys, dialogs, one submission per click.
(function () {
  'use strict';
  var page = document.body;
  var root = page.getAttribute('data-root') || '';
  var say = function (name) { return page.getAttribute('data-' + name) || ''; };

  // ── the menu, the drawer, cookies of taste ──
  document.addEventListener('click', function (event) {
    var at = event.target;
    document.querySelectorAll('details.who[open]').forEach(function (open) {
      if (!open.contains(at)) { open.removeAttribute('open'); }
    });
    var burger = at.closest('.burger');
    if (burger) {
      var open = document.getElementById('menu').classList.toggle('open');
      burger.setAttribute('aria-expanded', String(open));
    }
    var taste = at.closest('[data-cookie]');
    if (taste) {
      document.cookie = taste.getAttribute('data-cookie') + ';path=' + root + '/;max-age=31536000;samesite=strict';
      location.reload();
    }
    var opener = at.closest('[data-opens]');
    if (opener) {
      event.preventDefault();
      openDialog(opener.getAttribute('data-opens'));
    }
    var closer = at.closest('[data-closes]');
    if (closer) {
      event.preventDefault();
      closer.closest('dialog').close();
    }
    if (at.closest('[data-print]')) { window.print(); }
    var copier = at.closest('[data-copy]');
    if (copier && navigator.clipboard) {
      navigator.clipboard.writeText(copier.getAttribute('data-copy'));
      status(say('copied'));
    }
  });

  function openDialog(id) {
    var dialog = document.querySelector('dialog[data-id="' + id + '"]');
    if (dialog && !dialog.open) {
      dialog.showModal();
      var first = dialog.querySelector('select, textarea, input:not([type=hidden]), button');
      if (first) { first.focus(); }
    }
  }

  // ── select all on the page, and how many are selected ──
  document.addEventListener('change', function (event) {
    var all = event.target.closest('[data-selects]');
    if (all) {
      boxes(all.getAttribute('data-selects')).forEach(function (box) { box.checked = all.checked; });
    }
    count();
  });
  function boxes(name) {
    return Array.prototype.slice.call(document.querySelectorAll('.' + name + ' input[type=checkbox]:enabled, input.' + name + ':enabled'));
  }
  function count() {
    document.querySelectorAll('[data-counts]').forEach(function (place) {
      var chosen = boxes(place.getAttribute('data-counts')).filter(function (box) { return box.checked; });
      var all = document.querySelector('input[data-everything]:checked');
      var here = all ? Number(all.getAttribute('data-everything')) : chosen.length;
      place.textContent = String(here + Number(place.getAttribute('data-plus') || 0));
    });
  }

  // ── a scanner ends each code with Enter or Tab: it is taken, and the box is ready for the next at once. Codes that come
  // while others are being looked up wait for them; what became of them is said and can be heard. ──
  var codes = [];
  var scan = null;
  document.addEventListener('keydown', function (event) {
    var box = event.target.closest('[data-scans]');
    if (!box || event.isComposing || event.keyCode === 229 || event.shiftKey || (event.key !== 'Enter' && event.key !== 'Tab')) { return; }
    var code = box.value.trim();
    if (event.key === 'Tab' && !code) { return; }
    event.preventDefault();
    if (!code) { return; }
    codes.push(code);
    box.value = '';
    takeCodes(box);
  });
  function takeCodes(box) {
    if (scan || !codes.length) { return; }
    scan = box;
    document.getElementById(box.getAttribute('data-scans')).value = codes.splice(0).join(' ');
    document.getElementById(box.getAttribute('data-takes')).click();
  }
  function codesTaken() {
    if (!scan) { return; }
    var box = scan;
    scan = null;
    document.getElementById(box.getAttribute('data-scans')).value = '';
    var said = document.getElementById(box.getAttribute('data-says'));
    if (said) {
      status(said.textContent.trim().replace(/\s+/g, ' '));
      sound(said.querySelector('[data-sound="bad"]') ? 220 : 880);
    }
    box.focus();
    takeCodes(box);
  }
  function sound(pitch) {
    var Context = window.AudioContext;
    if (!Context) { return; }
    var context = new Context();
    var tone = context.createOscillator();
    tone.frequency.value = pitch;
    tone.connect(context.destination);
    tone.onended = function () { context.close(); };
    tone.start();
    tone.stop(context.currentTime + 0.12);
  }

  // ── keys: never while an input method composes, never in a field ──
  document.addEventListener('keydown', function (event) {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey) { return; }
    if (event.target.closest('input, textarea, select, [contenteditable], dialog')) { return; }
    var key = event.key.toLowerCase();
    if (key === '/') {
      var find = document.getElementById('find');
      if (find) { event.preventDefault(); find.focus(); }
      return;
    }
    if (key === '?') { openDialog('keys'); return; }
    var target = document.querySelector('[data-key="' + (window.CSS ? CSS.escape(key) : key) + '"]');
    if (target && !target.disabled) {
      event.preventDefault();
      target.click();
    }
  });

  // ── one submission per click; the server is idempotent, this spares the second answer ──
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (form.getAttribute('data-sent')) { event.preventDefault(); return; }
    if (form.method.toLowerCase() !== 'post' || form.method === 'dialog') { return; }
    form.setAttribute('data-sent', '1');
    waiting(true);
  });
  window.addEventListener('pageshow', release);
  function release() {
    waiting(false);
    document.querySelectorAll('form[data-sent]').forEach(function (form) { form.removeAttribute('data-sent'); });
  }

  function waiting(on) {
    var bar = document.getElementById('waiting');
    if (bar) { bar.classList.toggle('on', on); }
  }
  function status(text) {
    var place = document.getElementById('status');
    if (place) { place.textContent = text; }
  }

  // ── ajax: waiting, errors with their trace number, sign-in in place ──
  var jq = window.jQuery;
  if (jq) {
    var before = null;
    jq(document).on('pfAjaxSend', function () { waiting(true); before = document.activeElement && document.activeElement.id; });
    jq(document).on('pfAjaxComplete', function () {
      release();
      count();
      sayInDialog();
      leadTo(before);
      reachable();
      codesTaken();
    });
    jq(document).on('pfAjaxError', function (event, xhr) { answer(xhr); });
  }
  function answer(xhr) {
    release();
    // PrimeFaces leaves the button that asked as it was while waiting.
    document.querySelectorAll('button.ui-state-loading').forEach(function (button) {
      button.disabled = false;
      button.removeAttribute('aria-disabled');
      button.classList.remove('ui-state-loading', 'ui-state-disabled');
      button.querySelectorAll('.ui-icon-loading').forEach(function (icon) { icon.remove(); });
    });
    if (xhr.status === 401 || /data-gate="sign-in"/.test(xhr.responseText || '')) { signIn(); return; }
    if (xhr.getResponseHeader('X-Guidang') === 'view-expired') { revive().then(function () { notice('amber', say('revived'), ''); }); return; }
    if (xhr.status === 0) { notice('red', say('offline'), say('offline-todo')); return; }
    notice('red', say('failed'), say('failed-todo') + ' ' + (xhr.getResponseHeader('X-Guidang-Trace') || xhr.status));
  }
  // An open dialog covers the page: what is refused is said in it as well.
  function sayInDialog() {
    var dialog = document.querySelector('dialog[open]');
    var said = document.querySelector('.messages');
    if (!dialog) { return; }
    dialog.querySelectorAll('.said').forEach(function (old) { old.remove(); });
    if (!said || !said.textContent.trim()) { return; }
    var copy = document.createElement('div');
    copy.className = 'said';
    copy.setAttribute('role', 'alert');
    copy.innerHTML = said.innerHTML;
    copy.querySelectorAll('[id]').forEach(function (each) { each.removeAttribute('id'); });
    dialog.insertBefore(copy, dialog.firstChild);
    dialog.scrollTop = 0;
  }

  // After an answer the keyboard is where it is needed: at what was refused, else where it was; a button that was asleep
  // meanwhile has lost it.
  function leadTo(id) {
    var dialog = document.querySelector('dialog[open]');
    var refused = dialog ? dialog.querySelector('.said .notice.red') : document.querySelector('.messages .notice.red');
    if (refused && !refused.hasAttribute('data-told')) {
      document.querySelectorAll('.messages .notice.red, .said .notice.red').forEach(function (each) { each.setAttribute('data-told', 'yes'); });
      refused.setAttribute('tabindex', '-1');
      refused.focus();
      return;
    }
    var was = id && document.getElementById(id);
    if (was && (document.activeElement === document.body || !document.activeElement)) { was.focus(); }
  }

  function notice(colour, what, todo) {
    var place = document.getElementById('client-messages');
    if (!place) { return; }
    place.innerHTML = '';
    var box = document.createElement('div');
    box.className = 'notice ' + colour;
    var strong = document.createElement('strong');
    strong.textContent = what;
    box.appendChild(strong);
    box.appendChild(document.createTextNode(todo));
    place.appendChild(box);
    place.scrollIntoView({ block: 'nearest' });
  }

  function signIn() {
    if (document.getElementById('over')) { return; }
    var template = document.getElementById('sign-in-again');
    if (!template) { location.reload(); return; }
    document.body.appendChild(template.content.cloneNode(true));
    var over = document.getElementById('over');
    var form = over.querySelector('form');
    // Above whatever dialog is open; put away, it is asked again by the next press of a button.
    over.showModal();
    over.addEventListener('close', function () { over.remove(); });
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      event.stopPropagation();
      fetch(root + '/j_security_check', {
        method: 'POST', credentials: 'same-origin', body: new URLSearchParams(new FormData(form))
      }).then(whoAmI).then(function (who) {
        if (!who) {
          over.querySelector('[role=alert]').textContent = say('refused');
          form.elements.j_password.value = '';
          form.elements.j_password.focus();
          return null;
        }
        if (who !== page.getAttribute('data-user')) { location.href = root + '/home.xhtml'; return null; }
        return revive().then(function () {
          over.remove();
          notice('green', say('revived'), '');
        });
      }).catch(function () { over.querySelector('[role=alert]').textContent = say('offline'); });
    });
    form.elements[page.getAttribute('data-user') ? 'j_password' : 'j_username'].focus();
  }

  function whoAmI() {
    return fetch(root + '/ping.xhtml', { credentials: 'same-origin', cache: 'no-store' })
      .then(function (response) { return response.text(); })
      .then(function (html) {
        var signed = new DOMParser().parseFromString(html, 'text/html').body;
        return signed.getAttribute('data-gate') ? null : signed.getAttribute('data-user');
      });
  }

  // A new session knows nothing of this view: fetch the same page once more and take over its view state. What was
  // typed stays where it is. The container may first play back the request that met the time-out; then ask again.
  function revive(second) {
    return fetch(location.href, { credentials: 'same-origin', cache: 'no-store' }).then(function (response) {
      if (!response.ok && !second) { return revive(true); }
      return response.text().then(takeOver);
    });
  }
  function takeOver(html) {
    var fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('input[name="jakarta.faces.ViewState"]');
    if (fresh) {
      document.querySelectorAll('input[name="jakarta.faces.ViewState"]').forEach(function (old) { old.value = fresh.value; });
    }
  }

  // Forms with files go by ajax as well: a refusal leaves the chosen files and every typed word where they are, and the
  // bar says how much of the octets has gone.
  document.addEventListener('click', function (event) {
    var button = event.target.closest('[data-sends-files]');
    if (!button) { return; }
    event.preventDefault();
    var form = button.form;
    if (!form.reportValidity() || form.getAttribute('data-sent')) { return; }
    form.setAttribute('data-sent', '1');
    waiting(true);
    var data = new FormData(form);
    data.append('jakarta.faces.partial.ajax', 'true');
    data.append('jakarta.faces.source', button.name);
    data.append('jakarta.faces.partial.event', 'click');
    data.append('jakarta.faces.partial.execute', '@all');
    data.append('jakarta.faces.partial.render', button.getAttribute('data-sends-files'));
    data.append(button.name, button.name);
    var xhr = new XMLHttpRequest();
    xhr.open('POST', form.action);
    xhr.setRequestHeader('Faces-Request', 'partial/ajax');
    xhr.upload.onprogress = function (sent) {
      var bar = document.getElementById('waiting');
      if (sent.lengthComputable) { bar.textContent = say('sending') + ' ' + Math.floor(100 * sent.loaded / sent.total) + '%'; }
    };
    xhr.onload = function () {
      release();
      if (xhr.status !== 200 || !xhr.responseXML || !xhr.responseXML.querySelector('partial-response')) { answer(xhr); return; }
      xhr.pfArgs = {};
      PrimeFaces.ajax.Response.handle(xhr.responseXML, 'success', xhr);
      sayInDialog();
      if (document.querySelector('dialog[open]')) { return; }
      document.getElementById('content').focus();
      window.scrollTo(0, 0);
    };
    xhr.onerror = function () { answer(xhr); };
    xhr.send(data);
  });

  // ── the count of unread notices, while the page is seen. A ticket instead of the cookie: the line must not keep a
  // session alive. Where a stream does not come through, the page asks twice a minute. ──
  var ticket = say('ticket');
  var line = null;
  var again = null;
  function unread(told) {
    var place = document.getElementById('unread');
    if (place && place.textContent.trim() !== String(told.unread)) { place.textContent = '\u00a0' + told.unread; }
  }
  function ask(path, signal) {
    return fetch(root + '/push/notices' + path, {
      credentials: 'omit', cache: 'no-store', signal: signal, headers: { 'X-Guidang-Ticket': ticket }
    }).then(function (response) {
      if (response.status === 401) { ticket = ''; }
      if (!response.ok) { throw new Error(String(response.status)); }
      return response;
    });
  }
  function listen() {
    if (!ticket || line || document.hidden || !window.ReadableStream) { return; }
    line = new AbortController();
    ask('', line.signal).then(function (response) {
      var reader = response.body.getReader();
      var decoder = new TextDecoder();
      var rest = '';
      return (function next() {
        return reader.read().then(function (part) {
          if (part.done) { return null; }
          rest += decoder.decode(part.value, { stream: true });
          var messages = rest.split('\n\n');
          rest = messages.pop();
          messages.forEach(function (message) {
            if (/^event: ended/.test(message)) { ticket = ''; return; }
            unread(JSON.parse(message.replace(/^data: /, '')));
          });
          return next();
        });
      }());
    }).catch(function () { return null; }).then(function () {
      line = null;
      if (ticket && !document.hidden) { again = setTimeout(poll, 30000); }
    });
  }
  function poll() {
    if (!ticket || document.hidden) { return; }
    ask('?once=1').then(function (response) { return response.json(); }).then(unread)
      .catch(function () { return null; }).then(listen);
  }
  document.addEventListener('visibilitychange', function () {
    clearTimeout(again);
    if (document.hidden) { if (line) { line.abort(); } } else { listen(); }
  });
  listen();

  // ── a file beside the rest of the page: its page image, its seals; a finding leads to its file and page ──
  function paneOf() { return document.querySelector('[data-pane]'); }
  document.addEventListener('click', function (event) {
    var pane = paneOf();
    var link = event.target.closest('a[data-preview], a[data-turns]');
    if (!pane || !link || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    event.preventDefault();
    look(pane, link.href);
  });
  document.addEventListener('click', function (event) {
    var shows = event.target.closest('button[data-shows]');
    if (!shows) { return; }
    var entry = entryOf(shows.getAttribute('data-shows'));
    if (entry) { look(paneOf(), entry.href + '&page=' + shows.getAttribute('data-page')); }
  });
  function entryOf(path) {
    return path && document.querySelector('a[data-preview="' + CSS.escape(path) + '"]');
  }
  function look(pane, address) {
    pane.setAttribute('data-asked', address);
    waiting(true);
    fetch(address, { credentials: 'same-origin', cache: 'no-store' }).then(function (response) {
      return response.text().then(function (html) {
        if (pane.getAttribute('data-asked') !== address) { return; }
        waiting(false);
        var fresh = new DOMParser().parseFromString(html, 'text/html');
        if (fresh.body.getAttribute('data-gate')) { signIn(); return; }
        var seen = fresh.querySelector('.preview');
        if (!seen) { noPicture(pane, ''); return; }
        pane.replaceChildren(document.adoptNode(seen));
        document.querySelectorAll('a[data-preview]').forEach(function (each) {
          if (each.getAttribute('data-preview') === seen.getAttribute('data-seen')) { each.setAttribute('aria-current', 'true'); }
          else { each.removeAttribute('aria-current'); }
        });
        leadToFiles();
        pane.scrollIntoView({ block: 'nearest' });
      });
    }).catch(function () { waiting(false); notice('red', say('offline'), say('offline-todo')); });
  }
  // Only where the file lies beside the finding; elsewhere its name stays plain text.
  function leadToFiles() {
    if (!paneOf()) { return; }
    document.querySelectorAll('span[data-shows]').forEach(function (name) {
      if (!entryOf(name.getAttribute('data-shows'))) { return; }
      var button = document.createElement('button');
      button.type = 'button';
      button.className = 'as-link';
      button.textContent = name.textContent;
      button.setAttribute('data-shows', name.getAttribute('data-shows'));
      button.setAttribute('data-page', name.getAttribute('data-page'));
      name.replaceWith(button);
    });
  }
  document.addEventListener('error', function (event) {
    var picture = event.target;
    if (!picture.closest || !picture.closest('.paper')) { return; }
    fetch(picture.src, { credentials: 'same-origin', cache: 'no-store', headers: { 'Accept-Language': document.documentElement.lang } })
      .then(function (response) { return response.json(); })
      .then(function (problem) { noPicture(picture.closest('.paper'), problem.detail + ' ' + (problem.todo || '')); })
      .catch(function () { noPicture(picture.closest('.paper'), ''); });
  }, true);
  function noPicture(place, why) {
    var box = document.createElement('div');
    box.className = 'notice amber';
    var strong = document.createElement('strong');
    strong.textContent = place.closest('[data-none]').getAttribute('data-none');
    box.appendChild(strong);
    box.appendChild(document.createTextNode(why));
    place.replaceChildren(box);
  }

  // A frame that scrolls has to be reached by keys as well.
  function reachable() {
    document.querySelectorAll('.ui-datatable-tablewrapper').forEach(function (frame) { frame.setAttribute('tabindex', '0'); });
  }

  reachable();
  leadToFiles();
  // ── progress that moves by itself: not while nobody looks, so that a session its person has left still ends ──
  var LOOKED_AT = 10 * 60 * 1000;
  var lastSign = Date.now();
  var resting = false;
  function progress() { return window.PrimeFaces && PrimeFaces.widgets && PrimeFaces.widgets.progress; }
  function rest() {
    if (progress() && (document.hidden || Date.now() - lastSign > LOOKED_AT)) { resting = true; progress().stop(); }
  }
  function wake() {
    lastSign = Date.now();
    if (resting && !document.hidden && progress()) { resting = false; progress().start(); }
  }
  ['pointermove', 'keydown', 'scroll'].forEach(function (sign) { document.addEventListener(sign, wake, { passive: true }); });
  document.addEventListener('visibilitychange', function () { if (document.hidden) { rest(); } else { wake(); } });
  setInterval(rest, 15000);

  count();
}());
