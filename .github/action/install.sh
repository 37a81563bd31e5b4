#!/usr/bin/env bash
# Puts solcheck on the path of the later steps: built from the source of the action,
# or the release of SOLCHECK_VERSION, whose checksum is compared.
set -euo pipefail

folder="${RUNNER_TEMP:-/tmp}/solcheck-bin"
mkdir -p "$folder"

if [[ -z "${SOLCHECK_VERSION:-}" ]]; then
	suffix=$(go -C "$GITHUB_ACTION_PATH" env GOEXE)
	CGO_ENABLED=0 go -C "$GITHUB_ACTION_PATH" build -trimpath -o "$folder/solcheck$suffix" ./cmd/solcheck
else
	version="${SOLCHECK_VERSION#v}"
	[[ "$version" =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.]+)?$ ]] || { echo "::error::\"$SOLCHECK_VERSION\" is no version such as 1.2.3"; exit 2; }
	case "${RUNNER_OS:-Linux}" in
		Windows) system=windows ending=zip ;;
		macOS) system=darwin ending=tar.gz ;;
		*) system=linux ending=tar.gz ;;
	esac
	case "${RUNNER_ARCH:-X64}" in
		ARM64) machine=arm64 ;;
		*) machine=amd64 ;;
	esac
	archive="solcheck_${version}_${system}_${machine}.${ending}"
	from="https://github.com/solcheck/solcheck/releases/download/v$version"
	cd "$folder"
	curl --fail --silent --show-error --location --remote-name "$from/$archive" --remote-name "$from/checksums.txt"
	wanted=$(awk -v name="$archive" '$2 == name { print $1 }' checksums.txt)
	found=$( (sha256sum "$archive" 2>/dev/null || shasum -a 256 "$archive") | cut -d ' ' -f 1)
	[[ -n "$wanted" && "$wanted" == "$found" ]] || { echo "::error::the checksum of $archive is not that of the release"; exit 2; }
	if [[ "$ending" == zip ]]; then unzip -oq "$archive"; else tar -xzf "$archive"; fi
fi

echo "$folder" >>"$GITHUB_PATH"
