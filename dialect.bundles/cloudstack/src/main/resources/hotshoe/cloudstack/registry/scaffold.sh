#!/bin/sh
# The entrypoint of an extension of CloudStack. It is run with three arguments: what to do, the path of a JSON file that
# says with what, and how many seconds it may take. Exit code 0 is success; what it writes is its answer.
action="$1"
payload="$2"

case "$action" in
  prepare | create | start | stop | reboot | delete)
    echo '{"status": "success", "message": "nothing was done yet"}'
    ;;
  status)
    echo '{"status": "success", "power_state": "unknown"}'
    ;;
  *)
    echo "unknown action: $action" >&2
    exit 1
    ;;
esac
