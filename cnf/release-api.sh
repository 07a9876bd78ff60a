#!/usr/bin/env bash
# Makes the committed API a release: cnf/release-api.sh 0.1.0
# From then on the build compares the API with it and fails when a package's version does not tell what changed.
set -euo pipefail

version=${1:?which version? for example: cnf/release-api.sh 0.1.0}
cd "$(dirname "$0")/.."

[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || { echo "$version is not a version such as 0.1.0" >&2; exit 2; }
[[ ! -e cnf/release/io/hotshoe/hotshoe.api/$version ]] || { echo "$version is released already; a release is never made again" >&2; exit 2; }

work=$(mktemp -d)
trap 'git worktree remove --force "$work/tree" 2>/dev/null; rm -rf "$work"' EXIT
git worktree add --quiet --detach "$work/tree" HEAD
current=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' pom.xml)
(cd "$work/tree" && git ls-files -z '*pom.xml' | xargs -0 sed -i "s|<version>$current</version>|<version>$version</version>|")

# The jar is built with the release's version in its manifest, from what is committed, and laid down beside a POM without a parent.
mvn -q -B -f "$work/tree/pom.xml" -pl api.bundle -am package -DskipTests -Dspotless.check.skip=true
mvn -q -B org.apache.maven.plugins:maven-deploy-plugin:3.1.4:deploy-file -N \
  -Dfile="$work/tree/api.bundle/target/hotshoe.api-$version.jar" \
  -DgroupId=io.hotshoe -DartifactId=hotshoe.api -Dversion="$version" -Dpackaging=jar -DgeneratePom=true \
  -DrepositoryId=baseline -Durl="file://$PWD/cnf/release"
sed -i "s|<api.baseline>.*</api.baseline>|<api.baseline>$version</api.baseline>|" api.bundle/pom.xml

echo "API $version lies in cnf/release and is the baseline now; commit cnf/release and api.bundle/pom.xml."
