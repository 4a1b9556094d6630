# SPDX-License-Identifier: MIT
"""What stands about the valley: cottage, lanterns, plants, bench, garden, dog.

Hot spot: the foot."""
import math

from palette import mix

GROUND = '#10231F'
GLASS = 'M11,-68 H29 L33,-58 V-48 L28,-40 H12 L7,-48 V-58Z'
HOOD = 'M9,-69 H31 L27,-74 H13Z'
FLOWERS = {
    'day': {'gold': '#F2B134', 'coral': '#E98A5B', 'cream': '#FFF4DF', 'lilac': '#C7A3D6'},
    'evening': {'gold': '#A98B5A', 'coral': '#96705F', 'cream': '#9A8FB0', 'lilac': '#7D6B94'}}


def add_sprites(atlas, theme, colours):
    page = f'{theme}-things'

    def add(name, markup, box, ppp=1.25):
        atlas.add(f'{theme}/{name}', page, markup, box, ppp)

    dark = theme == 'evening'
    add('cottage', cottage(dark), (-48, -82, 48, 6), 1)
    add('glow/cottage', '<circle cx="0" cy="-20" r="70" fill="url(#glow)" opacity=".8"/>',
        (-70, -90, 70, 50), .2)
    add('cottage/smoke', stroked('M0,0 q-8,-12 2,-20 q8,-8 0,-18', '#FFF', 5, .5),
        (-10, -44, 10, 4), 1)
    add('lantern/lit', lantern_lit(colours['post']), (-18, -82, 38, 8))
    add('lantern/unlit', lantern_unlit(colours['post']), (-18, -82, 38, 8))
    add('lantern/rest', lantern_rest(colours['post'], colours['gold']), (-18, -82, 38, 8))
    reach = 84 if dark else 46
    add('glow/lantern', f'<circle cx="20" cy="-54" r="{reach}" fill="url(#glow)"/>',
        (20 - reach, -54 - reach, 20 + reach, -54 + reach), .2)
    for name, tint in FLOWERS[theme].items():
        add(f'flower/{name}', flower(tint), (-14, -36, 14, 3))
    add('grass', stroked('M0,0 q-2,-9 -6,-13 M0,0 q1,-10 1,-16 M0,0 q3,-8 8,-11',
                         mix(colours['bank'], colours['grass'], .6), 2.6, .7), (-10, -20, 12, 3))
    add('reeds', reeds(mix(colours['bank'], colours['grass'], .45)), (-32, -90, 34, 4))
    add('dog', dog(), (-60, -104, 54, 10))
    add('bench', bench(colours), (-56, -62, 56, 8))
    add('garden/gate', gate(colours), (-46, -84, 46, 8))
    add('garden/bed', bed(theme, colours), (-66, -54, 66, 12))
    add('boat', boat(colours), (-70, -40, 70, 18))


def stroked(d, colour, width, opacity=1):
    return (f'<path d="{d}" stroke="{colour}" stroke-width="{width}" fill="none" '
            f'opacity="{opacity}" '
            'stroke-linecap="round" stroke-linejoin="round"/>')


def ground(x, rx, ry, opacity=.28):
    return f'<ellipse cx="{x}" cy="1" rx="{rx}" ry="{ry}" fill="{GROUND}" opacity="{opacity}"/>'


def cottage(dark):
    wall, roof, window = (('#4A416E', '#2B2447', '#FFD77A') if dark
                          else ('#FBEBD0', '#A8452F', '#7CA7B8'))
    return (f'<rect x="-34" y="-40" width="68" height="42" fill="{wall}"/>'
            f'<path d="M-44,-36 L0,-74 L44,-36Z" fill="{roof}"/>'
            f'<rect x="14" y="-78" width="12" height="26" fill="{roof}"/>'
            f'<rect x="-24" y="-28" width="16" height="16" rx="2" fill="{window}"/>'
            f'<rect x="8" y="-28" width="16" height="30" rx="3" fill="{roof}"/>')


def lantern_post(post):
    return (ground(0, 14, 4, .3) + stroked('M0,0 V-62 Q0,-76 14,-76 H20', post, 5)
            + stroked('M20,-76 V-68', post, 2.5))


def lantern_lit(post):
    return (lantern_post(post) + f'<path d="{GLASS}" fill="#FBC65A"/>'
            '<path d="M14,-64 H26 L28,-56 V-50 L25,-44 H15 L12,-50 V-56Z" fill="#FFF0B8"/>'
            '<path d="M20,-60 C25,-54 24,-47 20,-46 C16,-47 15,-54 20,-60Z" fill="#F08A24"/>'
            f'<path d="{HOOD}" fill="{post}"/>' + stroked('M12,-40 h16', post, 4))


def lantern_unlit(post):
    return (lantern_post(post) + f'<path d="{GLASS}" fill="#FFF" fill-opacity=".18" '
                                 f'stroke="{post}" '
            f'stroke-width="2.5" stroke-dasharray="5 3"/><path d="{HOOD}" fill="{post}"/>'
            + stroked('M12,-40 h16', post, 4))


def lantern_rest(post, gold):
    """A rest day: whole glass, a small moon instead of a flame."""
    return (lantern_post(post) + f'<path d="{GLASS}" fill="#FFF" fill-opacity=".30" '
                                 f'stroke="{post}" '
            f'stroke-width="2.5"/><path d="M22,-62 A8,8 0 1 0 27,-49 A7,7 0 0 1 22,-62Z" '
            f'fill="{gold}"/><path d="{HOOD}" fill="{post}"/>' + stroked('M12,-40 h16', post, 4))


def flower(tint):
    petals = ''.join(f'<circle cx="{6 * math.cos(i * 1.2566):.1f}" '
                     f'cy="{-22 + 6 * math.sin(i * 1.2566):.1f}" r="4.6" fill="{tint}"/>'
                     for i in range(5))
    return (stroked('M0,0 q2,-10 0,-20 M0,-6 q8,-2 9,-9 M0,-4 q-8,-2 -9,-9', '#3E7A4E', 3) + petals
            + '<circle cx="0" cy="-22" r="3.6" fill="#FFF3C4"/>')


def reeds(tint):
    return (stroked('M0,0 Q-4,-30 -14,-52 M4,0 Q6,-36 4,-66 M9,0 Q14,-30 24,-48 M-5,0 Q-14,-20 '
                    '-26,-30',
                    tint, 4) + stroked('M4,-66 v-14 M24,-48 l3,-12', '#7A5233', 8))


def dog():
    coat, cream, nose = '#B9793F', '#F3E3C8', '#2B1B22'
    dark = mix(coat, '#2B1A18', .35)
    body = (ground(4, 40, 7) + stroked('M-34,-8 C-52,-14 -54,-34 -44,-44', coat, 9)
            + f'<path d="M-36,0 C-44,-26 -30,-52 -4,-62 L16,-60 C26,-40 24,-16 24,0Z" '
              f'fill="{coat}"/>'
            f'<path d="M4,-46 C18,-42 22,-20 20,-4 C10,-8 2,-26 4,-46Z" fill="{cream}"/>'
            '<path d="M-36,0 C-40,-18 -26,-30 -14,-22 C-6,-16 -8,-4 -10,0Z" '
            f'fill="{dark}" opacity=".35"/>' + stroked('M8,-20 V0 M20,-22 V0', coat, 11)
            + stroked('M2,0 h12 M15,0 h13 M-34,0 h22', cream, 7))
    head = (f'<circle cx="10" cy="-76" r="23" fill="{coat}"/>'
            f'<path d="M18,-84 C34,-84 44,-76 44,-68 C44,-60 30,-58 20,-60Z" fill="{cream}"/>'
            f'<ellipse cx="43" cy="-73" rx="5" ry="4" fill="{nose}"/>'
            + stroked('M28,-61 q8,4 12,-2', nose, 2.6)
            + '<path d="M30,-60 q2,9 8,7 q4,-2 1,-8z" fill="#D8606A"/>'
            f'<ellipse cx="18" cy="-82" rx="3.2" ry="4.2" fill="{nose}"/>'
            '<circle cx="19.2" cy="-83.6" r="1.2" fill="#FFF"/>'
            f'<path d="M-6,-94 C-24,-92 -26,-66 -14,-58 C-4,-62 2,-78 2,-92Z" fill="{dark}"/>')
    return body + head + (stroked('M-8,-56 Q8,-48 24,-56', '#1D5C93', 6)
                          + '<circle cx="10" cy="-50" r="4.5" fill="#F2B134"/>')


def bench(colours):
    wood, post = colours['wood'], colours['post']
    light = mix(wood, '#FFFFFF', .18)
    planks = ''.join(f'<rect x="-48" y="{y}" width="96" height="8" rx="3.5" fill="{wood}"/>'
                     f'<path d="M-44,{y + 2} h88" stroke="{light}" stroke-width="1.8"/>'
                     for y in (-56, -44, -26))
    return (ground(0, 52, 6, .25) + stroked('M-38,0 V-56 M38,0 V-56 M-46,0 V-22 M46,0 '
                                            'V-22', post, 5)
            + planks)


def gate(colours):
    wood = colours['wood']
    light = mix(wood, '#FFFFFF', .18)
    slats = ''.join(f'<rect x="{x}" y="{-50 - abs(x + 3) * .25:g}" width="7" '
                    f'height="{44 + abs(x + 3) * .25:g}" rx="3" fill="{light}"/>'
                    for x in range(-27, 24, 12))
    leaf = mix(colours['bank'], colours['grass'], .7)
    vine = ''.join(f'<ellipse cx="{x}" cy="{y}" rx="5" ry="3.6" fill="{leaf}" '
                   f'transform="rotate({turn} {x} {y})"/>'
                   for x, y, turn in ((-36, -70, -30), (-24, -76, 10), (-10, -80, -20),
                                      (4, -79, 20), (18, -78, -15), (30, -73, 30), (37, -62, 60)))
    return (ground(0, 44, 5, .25) + stroked('M-36,0 V-62 M36,0 V-62', wood, 7)
            + stroked('M-36,-62 Q0,-92 36,-62', wood, 5) + slats
            + stroked('M-30,-40 H28 M-30,-14 H28', wood, 5) + vine)


def bed(theme, colours):
    soil = mix(colours['wood'], colours['post'], .55)
    plants = ''
    for i, (x, kind) in enumerate(zip((-46, -28, -10, 8, 26, 44),
                                      ('coral', 'cream', 'gold', 'lilac', 'coral', 'gold'))):
        plants += (f'<g transform="translate({x},{-10 + (i % 2) * 4})">'
                   f'{flower(FLOWERS[theme][kind])}</g>')
    return (f'<ellipse cx="0" cy="-2" rx="62" ry="11" fill="{soil}"/>'
            + stroked('M-44,-6 q20,-4 40,0 M0,0 q22,-4 46,0', mix(soil, '#FFFFFF', .15), 2, .6)
            + plants + stroked('M-62,-4 Q-58,10 0,10 Q58,10 62,-4', colours['stone3'], 5))


def boat(colours):
    wood = colours['wood']
    return (f'<ellipse cx="0" cy="10" rx="62" ry="5" fill="{colours["water1"]}" opacity=".5"/>'
            f'<path d="M-64,-14 Q-50,12 -34,12 H36 Q52,10 66,-18 Q0,-4 -64,-14Z" fill="{wood}"/>'
            + stroked('M-62,-13 Q0,-3 64,-17', mix(wood, '#FFFFFF', .25), 4)
            + stroked('M-20,-8 V2 M16,-8 V2', mix(wood, '#000000', .25), 3)
            + stroked('M-44,-30 L30,4', colours['post'], 3.4))
