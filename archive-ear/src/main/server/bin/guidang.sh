#!/usr/bin/env bash
# Starts the product in the foreground and says when it answers. Arguments go to the server as they are.
# The settings are in docs/operations.md.
set -u
here=$(cd "$(dirname "$0")" && pwd)
offset=${GUIDANG_PORT_OFFSET:-0}
address=${GUIDANG_BIND:-127.0.0.1}
port=$((8080 + offset))
probe=$address
[ "$probe" = 0.0.0.0 ] && probe=127.0.0.1
export JBOSS_HOME="${here%/bin}"
export LAUNCH_JBOSS_IN_BACKGROUND=1
started=$(date +%s)

"$here/standalone.sh" -c archive.xml -b "$address" -Djboss.socket.binding.port-offset="$offset" "$@" &
server=$!
trap 'kill -TERM $server 2>/dev/null' INT TERM HUP

ready() {
  exec 3<>"/dev/tcp/$probe/$port" || return 1
  printf 'GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
  IFS= read -r line <&3
  exec 3>&-
  case "$line" in *" 200 "*) return 0 ;; *) return 1 ;; esac
}

(
  while kill -0 $server 2>/dev/null; do
    if ready 2>/dev/null; then
      echo
      echo "  归档 Guidang is ready after $(($(date +%s) - started)) s:  http://$probe:$port/"
      echo "  Data: ${GUIDANG_DATA:-$HOME/.guidang}    Stop: Ctrl-C"
      cat "$JBOSS_HOME/demonstration-accounts.txt" 2>/dev/null
      exit 0
    fi
    sleep 0.5
  done
) &

# wait returns early when a signal arrives; the second one waits for the orderly stop.
wait $server
code=$?
kill -0 $server 2>/dev/null && { wait $server; code=$?; }
exit $code
