#!/bin/sh
# SPDX-License-Identifier: MIT
# Renders the music and the interface's sounds, all 48 kHz: make_audio.sh OUT_DIR
# Needs (Debian): fluidsynth fluid-soundfont-gm sox libsox-fmt-all vorbis-tools python3
set -e
here=$(dirname "$0")
out=${1:?usage: make_audio.sh OUT_DIR}
soundfont=${SF:-/usr/share/sounds/sf2/FluidR3_GM.sf2}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
mkdir -p "$out"

python3 "$here/make_music.py" "$tmp/three.mid" 3
fluidsynth -ni -q -r 48000 -g 0.55 -R 1 -C 0 -o synth.reverb.room-size=0.55 \
    -o synth.reverb.level=0.45 -o synth.reverb.damp=0.35 \
    -F "$tmp/three.wav" -T wav "$soundfont" "$tmp/three.mid"
# Length of the loop in samples: 64 beats at 84 bpm.
samples=$(python3 -c "print(round(64*int(60e6/84)/1e6*48000))")
# Filters and gentle compression first, then the cut, so that their state wraps round the seam too.
sox "$tmp/three.wav" "$tmp/loop.wav" highpass 35 lowpass 11000 equalizer 3200 1.2q -2.5 \
    compand 0.005,0.25 6:-60,-60,-26,-26,-12,-18,0,-13 0 -20 0.01 trim "${samples}s" "${samples}s"
# A bed at -23 dBFS RMS, so that speech and the interface's sounds sit on top of it.
rms=$(sox "$tmp/loop.wav" -n stats 2>&1 | awk '/^RMS lev dB/{print $4}')
sox "$tmp/loop.wav" "$tmp/loud.wav" gain "$(python3 -c "print(-23-($rms))")"
oggenc -Q -q 5 -o "$out/stepping_stones.ogg" "$tmp/loud.wav"

python3 "$here/make_ui.py" "$tmp"
for pair in select:-14 confirm:-10 stone_laid:-8 wall_stone:-9 lantern_lit:-8; do
    name=${pair%%:*}
    peak=${pair##*:}
    sox "$tmp/$name.wav" "$tmp/$name.n.wav" pad 0 0.30 channels 2 reverb 18 60 30 100 0 0 \
        gain -n "$peak" fade t 0 -0 0.15
    oggenc -Q -q 5 -o "$out/$name.ogg" "$tmp/$name.n.wav"
done
