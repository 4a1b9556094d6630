# SPDX-License-Identifier: MIT
"""SVG documents and their rasterising with rsvg-convert, two at a time."""
import subprocess
from concurrent.futures import ThreadPoolExecutor

DEFS = '''<radialGradient id="glow"><stop offset="0" stop-color="#FFE9A8" stop-opacity=".95"/>
<stop offset=".35" stop-color="#FBC65A" stop-opacity=".45"/>
<stop offset="1" stop-color="#F2A331" stop-opacity="0"/></radialGradient>
<radialGradient id="sunglow"><stop offset="0" stop-color="#FFFBEA"/>
<stop offset=".3" stop-color="#FFEFC0" stop-opacity=".7"/>
<stop offset="1" stop-color="#FFE3A8" stop-opacity="0"/></radialGradient>
<radialGradient id="disc"><stop offset="0" stop-color="#FFF"/>
<stop offset=".25" stop-color="#FFF" stop-opacity=".82"/>
<stop offset=".5" stop-color="#FFF" stop-opacity=".42"/>
<stop offset=".75" stop-color="#FFF" stop-opacity=".12"/>
<stop offset="1" stop-color="#FFF" stop-opacity="0"/></radialGradient>
<filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise"
baseFrequency=".85" numOctaves="2" seed="7" stitchTiles="stitch"/><feColorMatrix
values="0 0 0 0 .25  0 0 0 0 .18  0 0 0 0 .12  0 0 0 .9 -.38"/></filter>'''


def svg_document(width, height, body):
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}"><defs>{DEFS}</defs>{body}</svg>')


def rasterise(jobs, rsvg, workers=2):
    """jobs: [(svg file, png file, zoom, what to do with the drawing once it is there, or None)]"""
    def run(job):
        svg, png, zoom, finish = job
        subprocess.run([rsvg, '--unlimited', '-z', str(zoom), '-o', str(png), str(svg)], check=True)
        if finish:
            finish()
    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(run, jobs))
