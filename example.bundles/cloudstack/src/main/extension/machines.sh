#!/usr/bin/env bash
# An entrypoint of Apache CloudStack in bash and jq: each machine is a file <folder>/<id>.json.
# It is run as: machines.sh <verb or action> <file with the payload> <seconds it may take>
set -euo pipefail
umask 077

verb=${1:?what is to be done}
payload=${2:?where the payload is}

fail() {
  jq -cn --arg error "$1" '{status: "error", error: $error}'
  exit 1
}

# a value of the payload, or nothing
given() { jq -r "$1 // empty" "$payload"; }

folder=$(given '.externaldetails.host.folder // .externaldetails.extension.folder')
[[ -n $folder ]] || fail "the detail 'folder' is missing"
mkdir -p "$folder"

id=$(given '.virtualmachineid')
paper=$folder/$id.json

needs_id() { [[ $id =~ ^[A-Za-z0-9][A-Za-z0-9._-]*$ ]] || fail "not an identifier: '$id'"; }
needs_paper() { needs_id; [[ -f $paper ]] || fail "there is no machine $id"; }

# a new version takes the place of the old one at once, so that nobody ever reads half a paper
keep() { local new; new=$(mktemp "$folder/.new.XXXXXX"); cat > "$new"; mv "$new" "$paper"; }
change() { local text; text=$(jq "$@" "$paper"); keep <<< "$text"; }
done_with() { jq -cn --arg message "$1" '{status: "success", message: $message}'; }

prepare() {
  # a card's address out of the machine's name, the same however often it is asked
  jq -c --arg sum "$(given '.virtualmachinename' | cksum | cut -d' ' -f1)" '
    def octet($n): ($n % 256) as $n | "0123456789abcdef"[($n / 16 | floor):($n / 16 | floor) + 1]
      + "0123456789abcdef"[$n % 16:$n % 16 + 1];
    ($sum | tonumber) as $sum
    | {nics: [(.["cloudstack.vm.details"].nics // []) | to_entries[]
        | {uuid: .value.uuid, mac: "02:00:\(octet($sum / 65536 | floor)):\(octet($sum / 256 | floor)):\(octet($sum)):\(octet(.key))"}],
       details: {"External:paper": "A4"}}' "$payload"
}

create() {
  needs_id
  [[ ! -e $paper ]] || fail "there is a machine $id already"
  jq '{id: .virtualmachineid, name: .virtualmachinename, state: "poweron",
       cpus: (.["cloudstack.vm.details"].cpus // 1),
       gigabytes: ((.["cloudstack.vm.details"].maxRam // 1073741824) / 1073741824),
       macs: [(.["cloudstack.vm.details"].nics // [])[].mac // empty],
       notes: []}' "$payload" | keep
  done_with "$id has been written"
}

power() {
  needs_paper
  change --arg state "$1" '.state = $state'
  done_with "$id is $1"
}

delete() {
  needs_id
  rm -f "$paper"
  done_with "$id is gone"
}

status() {
  needs_paper
  jq -c '{status: "success", power_state: .state}' "$paper"
}

statuses() {
  local papers=("$folder"/*.json)
  [[ -e ${papers[0]} ]] || papers=(/dev/null)
  jq -cs '{status: "success", power_state: (map({(.name): .state}) | add // {})}' "${papers[@]}"
}

getconsole() {
  needs_paper
  [[ $(jq -r .state "$paper") == poweron ]] || fail "$id is off"
  jq -cn '{status: "success",
    console: {host: "127.0.0.1", port: "5901", password: "paper", protocol: "vnc"}}'
}

describe() {
  needs_paper
  jq -c '{printmessage: true, message: [to_entries[] | {what: .key, is: .value}]}' "$paper"
}

note() {
  needs_paper
  change --argjson note "$(jq '.parameters + {ink: .externaldetails.action.ink}' "$payload")" '.notes += [$note]'
  jq -c '{printmessage: true, message: "\(.notes | length) notes about \(.name)"}' "$paper"
}

resize() {
  needs_paper
  change --argjson wanted "$(jq '.parameters' "$payload")" '
    .cpus = $wanted.cpus
    | if $wanted.slots then .slots = $wanted.slots else . end
    | if $wanted.gigabytes then .gigabytes = $wanted.gigabytes else . end
    | if $wanted.restart then .state = "poweron" else . end'
  jq -c '{printmessage: true, message: {cpus, gigabytes, state}}' "$paper"
}

plan_stop() {
  needs_paper
  # the password is asked for and forgotten: no paper has it
  change --argjson plan "$(jq '.parameters | {when, how: (.how // "gently"), locked: has("password")}' "$payload")" '.plan = $plan'
  jq -c '{printmessage: true, message: .plan}' "$paper"
}

case $verb in
  prepare | create | delete | status | statuses | getconsole) "$verb" ;;
  start | reboot) power poweron ;;
  stop) power poweroff ;;
  Describe) describe ;;
  Note) note ;;
  Resize) resize ;;
  'Plan stop') plan_stop ;;
  *) fail "'$verb' is not known here" ;;
esac
