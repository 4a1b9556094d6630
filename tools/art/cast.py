# SPDX-License-Identifier: MIT
"""Colours people are made of, and the twelve ready-made people."""
SKIN = {    # base, shade, line of the features, blush
    'porcelain': ('#F9DCC8', '#EBBFA4', '#A8654B', '#EE9A85'),
    'peach': ('#F2C6A0', '#DDA179', '#95533A', '#E5856B'),
    'honey': ('#E3AB78', '#C98B57', '#7F4526', '#D9704F'),
    'olive': ('#CF9C6C', '#B07B4C', '#6C3F22', '#C2633F'),
    'amber': ('#B97A4B', '#985D33', '#562D15', '#B04F33'),
    'chestnut': ('#95593A', '#774127', '#3E1D10', '#A3402E'),
    'umber': ('#744330', '#5A301F', '#2C130B', '#8E352B'),
    'ebony': ('#5C372B', '#44251C', '#1C0A07', '#7A2C28')}
DARK_SKIN = ('chestnut', 'umber', 'ebony')
HAIR = {    # base, light
    'ink': ('#241C2C', '#3A2F47'), 'espresso': ('#3B2620', '#553A30'),
    'chestnut': ('#6B3D26', '#875439'), 'copper': ('#B3562A', '#CD7443'),
    'honey': ('#C08A3E', '#D9A75C'), 'sand': ('#DDBE86', '#EBD3A6'),
    'silver': ('#A7A3AE', '#C4C0C9'), 'white': ('#E6E1DC', '#F6F3EF'),
    'plum': ('#6A3560', '#854C7A'), 'teal': ('#236B70', '#358A8D')}
DARK_HAIR = ('ink', 'espresso')       # a full beard of these needs a pale mouth
CLOTH = {   # base, shade, light; headwear takes base and light
    'persimmon': ('#D9683A', '#B9502A', '#F2A071'), 'lake': ('#2F74AC', '#225A8A', '#6BA6D6'),
    'moss': ('#5C8A58', '#466E45', '#93B98A'), 'mustard': ('#DDA132', '#BC8320', '#F2C873'),
    'plum': ('#7A4A78', '#613863', '#AB7DA8'), 'cream': ('#F0E2C6', '#D8C5A0', '#FFF7E6'),
    'brick': ('#A8452F', '#873320', '#D17A62'), 'ink': ('#3C3554', '#2B2540', '#6A618A'),
    'sage': ('#A9BFA0', '#8AA382', '#CCDBC4'), 'sea': ('#3F9093', '#2D7174', '#7DBDBD')}
LEGS = {'ink': '#3C3554', 'denim': '#3C5D8F', 'bark': '#4A4038', 'moss': '#4F5B45',
        'plum': '#613863', 'sand': '#B79A72'}
SHOE = {'brown': '#4A2D20', 'ink': '#2B2440', 'brick': '#873320'}
LIP = {'deep': '#8A2E2B', 'rose': '#A8434A', 'coral': '#B5574F'}

# Keys left out: face, hair, nose and clothes have a value always; the rest means "none".
CAST = {
    'nadia': dict(skin='amber', face='oval', hair='curls', hairc='espresso', lash=1, nose='soft',
                  lip='deep', shape='mid', outfit='cardigan', cloth='persimmon', earring='gold'),
    'theo': dict(skin='peach', face='square', hair='sidepart', hairc='chestnut', beard='stubble',
                 nose='long', glasses='round', shape='broad', outfit='knit', cloth='lake',
                 legs='bark'),
    'june': dict(skin='porcelain', face='round', hair='bob', hairc='silver', lash=1, nose='button',
                 glasses='gold', age=1, lip='rose', shape='large', outfit='blouse', cloth='plum'),
    'sol': dict(skin='umber', face='oval', hair='locs', hairc='ink', lash=1, nose='broad',
                lip='coral', shape='slim', outfit='turtleneck', cloth='mustard', earring='pearl'),
    'imran': dict(skin='olive', face='square', hair='turban', hairc='ink', wear='lake',
                  beard='full', nose='long', shape='large', outfit='tunic', cloth='cream'),
    'leyla': dict(skin='honey', face='oval', hair='hijab', hairc='espresso', wear='sea', lash=1,
                  nose='button', lip='deep', shape='mid', outfit='tunic', cloth='sea'),
    'kit': dict(skin='porcelain', face='oval', hair='shag', hairc='copper', nose='button',
                freckles=1, shape='slim', outfit='overalls', cloth='cream', legs='denim'),
    'walt': dict(skin='chestnut', face='round', hair='balding', hairc='white', beard='moustache',
                 age=1, nose='broad', shape='broad', outfit='shirt', cloth='moss', aid=1),
    'mei': dict(skin='peach', face='round', hair='bun', hairc='ink', lash=1, nose='soft',
                lip='rose', shape='slim', outfit='hoodie', cloth='sage'),
    'ade': dict(skin='ebony', face='square', hair='buzz', hairc='ink', beard='stubble',
                nose='broad', shape='broad', outfit='hoodie', cloth='brick'),
    'rosa': dict(skin='olive', face='oval', hair='long', hairc='ink', lash=1, nose='long',
                 lip='deep', shape='large', outfit='blouse', cloth='brick'),
    'eli': dict(skin='honey', face='square', hair='quiff', hairc='ink', nose='button', shape='mid',
                outfit='shirt', cloth='sea')}
DEFAULTS = {'legs': 'ink', 'shoe': 'brown'}
