# SPDX-License-Identifier: MIT
"""Adds all parts of people to the atlas and writes DIR/people.txt.

Composition, in painting order (the same as data: lines `bust` and `figure` of people.txt).
Bust space = head space, origin between the eyes, looking right; mirror all for the other side.
"tilt" parts turn together about (0, 90) by the expression's degrees (clockwise as on screen).

  bust    tilt   head/back/HAIR
          still  body/SHAPE/OUTFIT
          still  arm/SHAPE/any/POSE         unless the pose is rest or cover
          tilt   head/ear                   unless the hair is hijab
          tilt   head/face/FACE, head/blush/EXPR, [head/freckles], [head/age]
          tilt   head/bags                  if the expression is tired
          tilt   head/beard/BEARD           if stubble or full
          tilt   head/eyes/EXPR/LASH        LASH = lash or plain
          tilt   head/brows/EXPR/LASH, head/nose/NOSE
          tilt   head/mouth/EXPR[/VARIANT]  full beard: beard (beard-dark if the hair is ink or
                                            espresso); else lip if a lip colour is chosen
          tilt   head/moustache             if moustache or full
          tilt   head/tear                  if the expression is touched
          tilt   [head/glasses/GLASSES], head/front/HAIR, [head/aid], [head/earring/EARRING]
          still  arm/SHAPE/any/cover        if the pose is cover (take glasses off for it)

Figure space: feet at (0, 0), 620 units high. Head parts are `figure/head/...`, placed at
(0, -478), in the wheelchair (0, -400), scaled .86 and tilted as above.

  figure  figure/shadow/stand, back hair, figure/legs/SHAPE (with a skirt: figure/legs-bare and
          figure/skirt/SHAPE), figure/neck, figure/backarm/SHAPE, figure/torso/SHAPE/OUTFIT,
          figure/arm/SHAPE/POSE, the other head parts
  wheel   figure/shadow/wheel, back hair, figure/wheel/SHAPE, the other head parts

Slots: skin skin2 skinline skinblush = the four colours of a skin; hair hair2 of a hair colour
(brows and beards too); wear wear2 = base and light of a cloth colour; cloth cloth2 cloth3 = base,
shade, light; lip legs shoe skirt = one colour; fixed = as drawn. A layer flagged dark-only is left
out unless the skin is marked dark."""
import bodies
import cast
import faces
import figures
import hair

BUST_PPP = 1.2
FIGURE_PPP = .34
HEAD_BOX = (-150, -180, 135, 225)
BODY_BOX = (-235, 50, 260, 362)
ARM_BOX = (-235, -80, 300, 362)
FIGURE_BOX = (-180, -470, 230, 40)


def add_sprites(people):
    add_heads(people, '', BUST_PPP)
    add_heads(people, 'figure/', FIGURE_PPP * figures.HEAD_SCALE)
    add_bodies(people)
    add_figures(people)


def add_heads(people, prefix, ppp):
    small = bool(prefix)

    def add(name, page, elements):
        if elements or name.startswith(('head/back', 'head/front')):
            page = 'figure-heads' if small else page
            people.add(prefix + name, page, elements, HEAD_BOX, ppp)

    for style in hair.STYLES:
        back, front = hair.hair(style)
        add(f'head/back/{style}', f'hair-{style}', back)
        add(f'head/front/{style}', f'hair-{style}', front)
    add('head/ear', 'face', faces.ear())
    for shape in faces.SHAPES:
        add(f'head/face/{shape}', 'face', faces.face(shape))
    for expression in faces.EXPRESSIONS:
        add(f'head/blush/{expression}', 'face', faces.blush(expression))
        add_expression(add, expression)
    for lash in ('lash', 'plain'):
        add(f'head/eyes/{faces.BLINK}/{lash}', 'face', faces.eyes(faces.BLINK, lash == 'lash'))
    for kind in faces.NOSES:
        add(f'head/nose/{kind}', 'face', faces.nose(kind))
    for kind in faces.BEARDS:
        add(f'head/beard/{kind}', 'face', faces.beard(kind))
    for kind in faces.GLASSES:
        add(f'head/glasses/{kind}', 'face', faces.glasses(kind))
    for kind in faces.EARRINGS:
        add(f'head/earring/{kind}', 'face', faces.earring(kind))
    for name in ('freckles', 'age', 'bags', 'tear', 'moustache', 'aid'):
        add(f'head/{name}', 'face', getattr(faces, name)())


def add_expression(add, expression):
    for lash in ('lash', 'plain'):
        add(f'head/eyes/{expression}/{lash}', 'face', faces.eyes(expression, lash == 'lash'))
        add(f'head/brows/{expression}/{lash}', 'face', faces.brows(expression, lash == 'lash'))
    kind = faces.EXPRESSIONS[expression]['mouth']
    add(f'head/mouth/{expression}', 'face', faces.mouth(kind, 'skinline'))
    add(f'head/mouth/{expression}/lip', 'face', faces.mouth(kind, 'lip'))
    # A full beard hides the skin, so its mouth has one plain line, pale on a dark beard.
    for variant, tint in (('beard', '#1B1018'), ('beard-dark', '#E7A893')):
        add(f'head/mouth/{expression}/{variant}', 'face', faces.mouth(kind, tint, tint))


def add_bodies(people):
    for shape in bodies.WIDTHS:
        for outfit in bodies.OUTFITS:
            people.add(f'body/{shape}/{outfit}', '',
                       [(f'body-{shape}', bodies.body_base(shape)),
                        (f'body-{shape}-{outfit}', bodies.clothes(shape, outfit))],
                       BODY_BOX, BUST_PPP)
        for pose in bodies.POSES:
            people.add(f'arm/{shape}/any/{pose}', f'arm-{shape}-{pose}', bodies.arms(shape, pose),
                       ARM_BOX, BUST_PPP)


def add_figures(people):
    def add(name, elements):
        people.add(f'figure/{name}', 'figure-bodies', elements, FIGURE_BOX, FIGURE_PPP)

    for kind in figures.HEAD_Y:
        add(f'shadow/{kind}', figures.shadow(kind))
    add('legs-bare', figures.bare_legs())
    add('neck', figures.neck())
    for shape in figures.WIDTHS:
        add(f'legs/{shape}', figures.legs(shape))
        add(f'skirt/{shape}', figures.skirt(shape))
        add(f'backarm/{shape}', figures.back_arm(shape))
        add(f'wheel/{shape}', figures.wheel(shape))
        for outfit in bodies.OUTFITS:
            add(f'torso/{shape}/{outfit}', figures.torso(shape, outfit))
        for pose in figures.POSES:
            add(f'arm/{shape}/{pose}', figures.arm(shape, pose))


# (space, part, conditions): conditions as in people.txt, where README.md explains them.
HEAD_ORDER = (
    ('head/ear', 'hair!=hijab'), ('head/face/{face}', ''), ('head/blush/{expr}', ''),
    ('head/freckles', 'freckles=1'), ('head/age', 'age=1'), ('head/bags', 'expr=tired'),
    ('head/beard/stubble', 'beard=stubble'), ('head/beard/full', 'beard=full'),
    ('head/eyes/{expr}/{lash}', ''), ('head/brows/{expr}/{lash}', ''), ('head/nose/{nose}', ''),
    ('head/mouth/{expr}{mouth}', ''), ('head/moustache', 'beard=moustache'),
    ('head/moustache', 'beard=full'), ('head/tear', 'expr=touched'),
    ('head/glasses/{glasses}', 'glasses!=none pose!=cover'), ('head/front/{hair}', ''),
    ('head/aid', 'aid=1'), ('head/earring/{earring}', 'earring!=none hair!=hijab'))
BUST_ORDER = (
    [('tilt', 'head/back/{hair}', ''), ('still', 'body/{shape}/{outfit}', ''),
     ('still', 'arm/{shape}/any/{pose}', 'pose!=rest pose!=cover')]
    + [('tilt', part, when) for part, when in HEAD_ORDER]
    + [('still', 'arm/{shape}/any/cover', 'pose=cover')])
FIGURE_ORDER = (
    [('still', 'figure/shadow/stand', 'pose!=wheel'),
     ('still', 'figure/shadow/wheel', 'pose=wheel'),
     ('tilt', 'figure/head/back/{hair}', ''), ('still', 'figure/wheel/{shape}', 'pose=wheel'),
     ('still', 'figure/legs/{shape}', 'pose!=wheel skirt=none'),
     ('still', 'figure/legs-bare', 'pose!=wheel skirt!=none'),
     ('still', 'figure/skirt/{shape}', 'pose!=wheel skirt!=none'),
     ('still', 'figure/neck', 'pose!=wheel'), ('still', 'figure/backarm/{shape}', 'pose!=wheel'),
     ('still', 'figure/torso/{shape}/{outfit}', 'pose!=wheel'),
     ('still', 'figure/arm/{shape}/{pose}', 'pose!=wheel')]
    + [('tilt', 'figure/' + part, when) for part, when in HEAD_ORDER])


def rgb(colours):
    return ' '.join(colour[1:] for colour in ([colours] if isinstance(colours, str) else colours))


def write_index(file, parts):
    lines = ['people 1', '# See tools/art/README.md and the head of tools/art/people.py']
    lines += [f'expr {name} {e["tilt"]}' for name, e in faces.EXPRESSIONS.items()]
    for word, table in (('hair', hair.STYLES), ('face', faces.SHAPES), ('nose', faces.NOSES),
                        ('glasses', faces.GLASSES), ('earring', faces.EARRINGS),
                        ('shape', bodies.WIDTHS), ('outfit', bodies.OUTFITS)):
        lines.append(f'choice {word} ' + ' '.join(table))
    lines.append('choice beard stubble full moustache')
    lines.append('choice pose rest ' + ' '.join(bodies.POSES))
    lines.append('choice figurepose ' + ' '.join(figures.POSES) + ' wheel')
    lines.append('headwear ' + ' '.join(hair.HEADWEAR))
    for name, tints in cast.SKIN.items():
        lines.append(f'skin {name} {rgb(tints)}' + (' dark' if name in cast.DARK_SKIN else ''))
    for name, tints in cast.HAIR.items():
        lines.append(f'hairc {name} {rgb(tints)}' + (' dark' if name in cast.DARK_HAIR else ''))
    for word, table in (('clothc', cast.CLOTH), ('legsc', cast.LEGS), ('shoec', cast.SHOE),
                        ('lipc', cast.LIP)):
        lines += [f'{word} {name} {rgb(tints)}' for name, tints in table.items()]
    for name, traits in cast.CAST.items():
        full = {**cast.DEFAULTS, **traits}
        lines.append(f'cast {name} ' + ' '.join(f'{k}={v}' for k, v in sorted(full.items())))
    for word, order in (('bust', BUST_ORDER), ('figure', FIGURE_ORDER)):
        lines += [f'{word} {space} {part} {when}'.rstrip() for space, part, when in order]
    lines.append(f'head bust 0 0 1 {BUST_PPP}')
    for pose, y in figures.HEAD_Y.items():
        lines.append(f'head {pose} 0 {y} {figures.HEAD_SCALE} {FIGURE_PPP}')
    for part, layers in parts.items():
        lines.append(f'part {part}')
        lines += [' '.join(word for word in ('layer', *layer) if word) for layer in layers]
    file.write_text('\n'.join(lines) + '\n', encoding='utf-8')
