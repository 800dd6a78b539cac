// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guidang.audit.control.OperationLog;
import org.guidang.organization.OrganizationRepository;
import org.guidang.organization.Role;
import org.guidang.organization.control.CurrentActor;
import org.guidang.shared.Actor;
import org.guidang.shared.Fixity;
import org.guidang.shared.boundary.Meanwhile;
import org.guidang.shared.core.FixityMeter;
import org.guidang.transfer.ListVersion;
import org.guidang.transfer.Party;
import org.guidang.transfer.PartySignature;
import org.guidang.transfer.Signed;
import org.guidang.transfer.SignerRoleGoneException;
import org.guidang.transfer.StaleVersionException;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferListRepository;
import org.guidang.transfer.TransferSigned;
import org.guidang.transfer.TransferState;

/** The two short transactions around a signature: what is to be signed, and the list taking it. */
@ApplicationScoped
class SignatureBook {

    /**
     * What the signer has before them.
     *
     * @param octets of the text, as kept
     * @param since when it was fixed
     */
    record Page(int version, Fixity text, byte[] octets, Instant since, Party party, String organizationName) {}

    /** With what it was signed. */
    enum Means {
        /** With the person's key that the server has. */
        KEY_HERE,
        /** With a certificate of the person's own, outside. */
        OWN_CERTIFICATE
    }

    @Inject
    TransferListRepository lists;

    @Inject
    OrganizationRepository organizations;

    @Inject
    SignOffTime signOffTime;

    @Inject
    PartyAtWork parties;

    @Inject
    ListTexts texts;

    @Inject
    Offering offering;

    @Inject
    CurrentActor currentActor;

    @Inject
    OperationLog log;

    @Inject
    Meanwhile meanwhile;

    @Inject
    Event<TransferSigned> signedByBoth;

    @Inject
    TransferNews news;

    /**
     * Checks that the caller may sign and has seen what stands, and that the list still says what was fixed.
     *
     * @throws StaleVersionException when the caller saw something else, or the rows no longer give the text that was fixed
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Page open(TransferListNumber number, int version, String sm3) {
        Actor actor = currentActor.get();
        TransferList list = parties.get(number);
        Party party = PartyAtWork.worksAtWindow(actor) ? Party.WINDOW : Party.AGENCY;
        list.requireFreeToSign(party, actor.userName(), actor.displayName(), actor.organization());
        list.requireSeen(version, sm3);
        signOffTime.owed(list, list.packages(version));
        ListVersion current = list.current().orElseThrow();
        Fixity fixed = current.text();
        Fixity now = FixityMeter.measure(list.text(version).octets());
        byte[] octets = texts.read(fixed);
        if (!now.equals(fixed) || !FixityMeter.measure(octets).equals(fixed)) {
            throw new StaleVersionException(number, fixed.sm3(), now.sm3(), list.last());
        }
        return new Page(
                version,
                fixed,
                octets,
                current.fixedAt(),
                party,
                organizations.get(actor.organization()).name());
    }

    /** The list takes the signature; with the second one the packages are accepted. */
    @Transactional(TxType.REQUIRES_NEW)
    public void enter(TransferListNumber number, Signed signed, Means means) {
        TransferList list = parties.lock(number, null);
        requireStillAllowed(number, signed);
        list.sign(signed);
        if (list.state() == TransferState.SIGNED) {
            offering.accept(list, signed.at());
            signedByBoth.fire(new TransferSigned(number, list.version(), list.agency()));
        }
        news.signed(list);
        lists.flush(list);
        log.record(
                "transfer-list.sign",
                "transfer-list",
                number.value(),
                "done",
                Map.of(
                        "version", String.valueOf(signed.listVersion()),
                        "party", signed.party().name(),
                        "sm3", signed.sm3(),
                        "means", means.name(),
                        "time-stamped", String.valueOf(signed.token() != null),
                        "state", list.state().name()));
    }

    /** The role is asked for again and held until the commit: withdrawn first, it signs no more (ours, trust A-25). */
    private void requireStillAllowed(TransferListNumber number, Signed signed) {
        Actor now = currentActor.hold();
        if (!now.has(signed.party() == Party.WINDOW ? Role.WINDOW_ARCHIVIST : Role.AGENCY_REVIEWER)) {
            Optional<Meanwhile.Deed> deed = meanwhile.lastDone(List.of(now.userName()));
            throw new SignerRoleGoneException(
                    number,
                    now.displayName(),
                    deed.map(Meanwhile.Deed::displayName).orElse("?"),
                    deed.map(Meanwhile.Deed::time).orElse("?"));
        }
    }

    /** Signatures whose time-stamp is owed, longest waiting first. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<PartySignature.Key> withoutTime(int limit) {
        return lists.signaturesWithoutTime(limit);
    }

    /** The signature as it is kept, DER. */
    @Transactional(TxType.REQUIRES_NEW)
    public byte[] cms(PartySignature.Key key) {
        return Base64.getDecoder()
                .decode(lists.get(new TransferListNumber(key.list()))
                        .signatureOf(key.party())
                        .orElseThrow()
                        .asSigned()
                        .cms());
    }

    /** The token that came later joins its signature; a second one changes nothing. */
    @Transactional(TxType.REQUIRES_NEW)
    public void timeStamped(PartySignature.Key key, String cms, String token) {
        TransferList list = lists.lock(new TransferListNumber(key.list()));
        PartySignature signature = list.signatureOf(key.party()).orElseThrow();
        if (!signature.timeStamped(cms, token)) {
            return;
        }
        lists.flush(list);
        log.recordFor(
                new Actor("system", "系统", signature.asSigned().organization(), Set.of()),
                "transfer-list.time-stamp",
                "transfer-list",
                key.list(),
                "done",
                Map.of(
                        "version", String.valueOf(key.version()),
                        "party", key.party().name()));
    }

    /** A refused signature leaves its mark, because somebody tried. */
    @Transactional(TxType.REQUIRES_NEW)
    public void refused(TransferListNumber number, int version, String key) {
        log.record(
                "transfer-list.sign", "transfer-list", number.value(), key, Map.of("version", String.valueOf(version)));
    }
}
