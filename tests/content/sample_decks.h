/* SPDX-License-Identifier: MIT */
/* One card of each kind, right in everything, to be spoilt by the tests one line at a time. */
#ifndef TB_SAMPLE_DECKS_H
#define TB_SAMPLE_DECKS_H

#define HEAD                                                                                       \
    "format: 1\n"                                                                                  \
    "deck: sample\n"                                                                               \
    "title: A sample\n"                                                                            \
    "language: en\n"                                                                               \
    "author: Tiny Bridges contributors\n"                                                          \
    "licence: CC-BY-4.0\n"                                                                         \
    "cards:\n"

/* Begins in line 8 after HEAD. */
#define TINY                                                                                       \
    "  - id: a-sandwich\n"                                                                         \
    "    kind: tiny\n"                                                                             \
    "    act: tell\n"                                                                              \
    "    text: Tell each other one thing.\n"                                                       \
    "    note: A sandwich counts.\n"

#define ASK                                                                                        \
    "  - id: our-hour\n"                                                                           \
    "    kind: ask\n"                                                                              \
    "    title: Our hour\n"                                                                        \
    "    skills: [notice, ask]\n"                                                                  \
    "    depth: 2\n"                                                                               \
    "    topics: [money, past]\n"                                                                  \
    "    register: plain\n"                                                                        \
    "    icon: clock\n"                                                                            \
    "    question: Which hour is most like ours?\n"                                                \
    "    choices: [The first, The second, The third, The last]\n"                                  \
    "    talk: What makes it that hour?\n"

#define DO                                                                                         \
    "  - id: two-mugs\n"                                                                           \
    "    kind: do\n"                                                                               \
    "    title: Two mugs\n"                                                                        \
    "    theme: listening\n"                                                                       \
    "    skills: [ask]\n"                                                                          \
    "    depth: 1\n"                                                                               \
    "    register: light\n"                                                                        \
    "    icon: coffee\n"                                                                           \
    "    text: Two mugs of tea, and a question each.\n"                                            \
    "    apart: Each makes tea and rings.\n"                                                       \
    "    minutes: 10\n"                                                                            \
    "    picture: mugs\n"

#define SPOT                                                                                       \
    "  - id: heron\n"                                                                              \
    "    kind: spot\n"                                                                             \
    "    title: A heron\n"                                                                         \
    "    theme: distracted\n"                                                                      \
    "    skills: [notice]\n"                                                                       \
    "    depth: 1\n"                                                                               \
    "    register: light\n"                                                                        \
    "    icon: feather\n"                                                                          \
    "    scene: “Look!” says {sharer}. “Mm,” says {responder} to the screen.\n"            \
    "    choices: [backhanded, none, distracted, brushed-off]\n"                                   \
    "    is: distracted\n"                                                                         \
    "    why: An “mm” to a screen.\n"

#define RESPOND                                                                                    \
    "  - id: the-van\n"                                                                            \
    "    kind: respond\n"                                                                          \
    "    title: A van\n"                                                                           \
    "    theme: brushed-off\n"                                                                     \
    "    situation: good-news\n"                                                                   \
    "    skills: [understand, ask]\n"                                                              \
    "    depth: 1\n"                                                                               \
    "    register: light\n"                                                                        \
    "    icon: lightbulb\n"                                                                        \
    "    face: excited\n"                                                                          \
    "    manner: eyes shining\n"                                                                   \
    "    scene: In the kitchen.\n"                                                                 \
    "    line: What if we rent a van?\n"                                                           \
    "    answers:\n"                                                                               \
    "      - text: With what money?\n"                                                             \
    "        turn: 1\n"                                                                            \
    "        style: joke\n"                                                                        \
    "        rejection: brushed-off\n"                                                             \
    "        marks: {}\n"                                                                          \
    "        lands: Back to earth, then.\n"                                                        \
    "        why: The doubt came first.\n"                                                         \
    "      - text: Nice.\n"                                                                        \
    "        note: still scrolling\n"                                                              \
    "        turn: 2\n"                                                                            \
    "        style: words\n"                                                                       \
    "        marks: {notice: 1}\n"                                                                 \
    "        lands: Hm.\n"                                                                         \
    "        why: Half an ear.\n"                                                                  \
    "      - text: Where to?\n"                                                                    \
    "        turn: 3\n"                                                                            \
    "        style: question\n"                                                                    \
    "        marks: {ask: 2}\n"                                                                    \
    "        lands: To the sea.\n"                                                                 \
    "        why: A real question.\n"                                                              \
    "      - text: Let’s look at it on Sunday.\n"                                                \
    "        turn: 4\n"                                                                            \
    "        style: plan\n"                                                                        \
    "        marks: {understand: 2, own: 1}\n"                                                     \
    "        lands: Bring the biscuits.\n"                                                         \
    "        why: A soft place to land for {sharer}.\n"

#define REWORD                                                                                     \
    "  - id: the-bins\n"                                                                          \
    "    kind: reword\n"                                                                          \
    "    title: The bins\n"                                                                       \
    "    theme: i-feel\n"                                                                         \
    "    skills: [own]\n"                                                                         \
    "    depth: 1\n"                                                                              \
    "    register: plain\n"                                                                       \
    "    icon: trash-2\n"                                                                         \
    "    face: annoyed\n"                                                                         \
    "    line: You never take the bins out!\n"                                                    \
    "    chunks:\n"                                                                               \
    "      - part: happened\n"                                                                    \
    "        text: The bins stood full on Friday,\n"                                              \
    "        turn: 4\n"                                                                           \
    "      - part: happened\n"                                                                    \
    "        text: You forgot them again,\n"                                                      \
    "        turn: 1\n"                                                                           \
    "        why: Again counts the past, too.\n"                                                  \
    "      - part: feel\n"                                                                        \
    "        text: I felt alone with it,\n"                                                       \
    "        turn: 3\n"                                                                           \
    "      - part: feel\n"                                                                        \
    "        text: I feel that you don’t care,\n"                                                 \
    "        turn: 0\n"                                                                           \
    "        why: That is about you, not about me.\n"                                             \
    "      - part: need\n"                                                                        \
    "        text: I need to share that,\n"                                                       \
    "        turn: 4\n"                                                                           \
    "      - part: need\n"                                                                        \
    "        text: It helps me to know who does it,\n"                                            \
    "        turn: 3\n"                                                                           \
    "      - part: request\n"                                                                     \
    "        text: Would you take the Fridays?\n"                                                 \
    "        turn: 4\n"                                                                           \
    "      - part: request\n"                                                                     \
    "        text: Could we make a list?\n"                                                       \
    "        turn: 2\n"                                                                           \
    "    lands: Fridays. I can do Fridays.\n"                                                     \
    "    why: A day can be answered, a never can’t.\n"

#define LISTEN                                                                                     \
    "  - id: the-choir\n"                                                                         \
    "    kind: listen\n"                                                                          \
    "    title: The choir\n"                                                                      \
    "    theme: listening\n"                                                                      \
    "    skills: [understand]\n"                                                                  \
    "    depth: 1\n"                                                                              \
    "    register: plain\n"                                                                       \
    "    icon: music\n"                                                                           \
    "    face: tired\n"                                                                           \
    "    text: The choir goes on without me on Tuesdays. I read their messages on the bus.\n"     \
    "    answers:\n"                                                                              \
    "      - text: So they sing on Tuesdays.\n"                                                   \
    "        holds: facts\n"                                                                      \
    "        lands: That’s the timetable.\n"                                                      \
    "      - text: They sing without you, and you miss it?\n"                                     \
    "        holds: both\n"                                                                       \
    "        lands: Yes. I do.\n"                                                                 \
    "      - text: You’re sad.\n"                                                                 \
    "        holds: feeling\n"                                                                    \
    "        lands: About what, then?\n"                                                          \
    "      - text: My sister sings.\n"                                                            \
    "        holds: neither\n"                                                                    \
    "        lands: Your sister, now.\n"                                                          \
    "    why: The bus was in it as well.\n"

#define SCENE                                                                                      \
    "  - id: the-kite\n"                                                                           \
    "    kind: scene\n"                                                                            \
    "    title: The kite\n"                                                                        \
    "    theme: distracted\n"                                                                      \
    "    skills: [notice]\n"                                                                       \
    "    depth: 1\n"                                                                               \
    "    register: light\n"                                                                        \
    "    icon: wind\n"                                                                             \
    "    setting: A hill, in the afternoon.\n"                                                     \
    "    people: [Ida, Ole]\n"                                                                     \
    "    lines:\n"                                                                                 \
    "      - who: left\n"                                                                          \
    "        text: It flies. It really flies.\n"                                                   \
    "        face: excited\n"                                                                      \
    "        other: listening\n"                                                                   \
    "      - who: right\n"                                                                         \
    "        text: Mm.\n"                                                                          \
    "        gaze: down\n"                                                                         \
    "        does: reads a message\n"                                                              \
    "        pause: 500\n"                                                                         \
    "        mark: turn-away\n"                                                                    \
    "        why: The message went first.\n"                                                       \
    "      - who: left\n"                                                                          \
    "        text: Look. Up there.\n"                                                              \
    "        mark: bid\n"                                                                          \
    "        why: A finger at the sky asks for two pairs of eyes.\n"                               \
    "      - text: The wind takes it higher.\n"                                                    \
    "        pause: 3000\n"                                                                        \
    "      - who: right\n"                                                                         \
    "        text: A plain line, number 1.\n"                                                      \
    "      - who: left\n"                                                                          \
    "        text: A plain line, number 2.\n"                                                      \
    "      - who: right\n"                                                                         \
    "        text: A plain line, number 3.\n"                                                      \
    "      - who: left\n"                                                                          \
    "        text: A plain line, number 4.\n"                                                      \
    "      - who: right\n"                                                                         \
    "        text: A plain line, number 5.\n"                                                      \
    "      - who: left\n"                                                                          \
    "        text: A plain line, number 6.\n"                                                      \
    "      - who: right\n"                                                                         \
    "        text: A plain line, number 7.\n"                                                      \
    "      - who: right\n"                                                                         \
    "        text: Give me the string, too?\n"                                                     \
    "        mark: bid\n"                                                                          \
    "        why: A hand, asking to hold on to the same thing.\n"                                  \
    "    talk: What did we fly last?\n"                                                            \
    "    why: The second finger was seen.\n"

#define TALK                                                                                       \
    "  - id: the-lamp\n"                                                                           \
    "    kind: talk\n"                                                                             \
    "    title: The lamp\n"                                                                        \
    "    theme: distracted\n"                                                                      \
    "    situation: bid\n"                                                                         \
    "    skills: [notice, own]\n"                                                                  \
    "    depth: 2\n"                                                                               \
    "    register: light\n"                                                                        \
    "    icon: lamp\n"                                                                             \
    "    scene: On a chair stands {sharer}.\n"                                                     \
    "    nodes:\n"                                                                                 \
    "      - node: start\n"                                                                        \
    "        line: It flickers.\n"                                                                 \
    "        does: on a chair\n"                                                                   \
    "        face: thinking\n"                                                                     \
    "        mood: 0\n"                                                                            \
    "        replies:\n"                                                                           \
    "          - text: Show me.\n"                                                                 \
    "            turn: 4\n"                                                                        \
    "            marks: {notice: 2, care: 1}\n"                                                    \
    "            to: bulb\n"                                                                       \
    "          - text: Mm.\n"                                                                      \
    "            turn: 1\n"                                                                        \
    "            marks: {}\n"                                                                      \
    "            to: dark\n"                                                                       \
    "            rejection: distracted\n"                                                          \
    "          - text: Is it old?\n"                                                               \
    "            turn: 2\n"                                                                        \
    "            marks: {}\n"                                                                      \
    "            to: bulb\n"                                                                       \
    "      - node: bulb\n"                                                                         \
    "        line: The bulb is loose.\n"                                                           \
    "        face: happy\n"                                                                        \
    "        mood: 1\n"                                                                            \
    "        replies:\n"                                                                           \
    "          - text: I hold the chair.\n"                                                        \
    "            turn: 4\n"                                                                        \
    "            marks: {}\n"                                                                      \
    "            to: light\n"                                                                      \
    "          - text: Leave it.\n"                                                                \
    "            turn: 1\n"                                                                        \
    "            marks: {}\n"                                                                      \
    "            to: dark\n"                                                                       \
    "            rejection: brushed-off\n"                                                         \
    "          - text: Turn it.\n"                                                                 \
    "            turn: 3\n"                                                                        \
    "            marks: {}\n"                                                                      \
    "            to: light\n"                                                                      \
    "      - node: dark\n"                                                                         \
    "        line: Now it’s out.\n"                                                                \
    "        face: hurt\n"                                                                         \
    "        mood: -2\n"                                                                           \
    "        replies:\n"                                                                           \
    "          - text: I’m here. Sorry.\n"                                                         \
    "            turn: 4\n"                                                                        \
    "            marks: {own: 2}\n"                                                                \
    "            to: light\n"                                                                      \
    "            repair: yes\n"                                                                    \
    "          - text: So it is.\n"                                                                \
    "            turn: 0\n"                                                                        \
    "            marks: {}\n"                                                                      \
    "            to: floor\n"                                                                      \
    "            rejection: backhanded\n"                                                          \
    "          - text: Well.\n"                                                                    \
    "            turn: 2\n"                                                                        \
    "            marks: {}\n"                                                                      \
    "            to: night\n"                                                                      \
    "      - node: floor\n"                                                                        \
    "        line: I climb down.\n"                                                                \
    "        face: tired\n"                                                                        \
    "        mood: -2\n"                                                                           \
    "        replies:\n"                                                                           \
    "          - text: Wait, I’m sorry.\n"                                                         \
    "            turn: 3\n"                                                                        \
    "            marks: {own: 1}\n"                                                                \
    "            to: light\n"                                                                      \
    "            repair: yes\n"                                                                    \
    "          - text: Careful.\n"                                                                 \
    "            turn: 2\n"                                                                        \
    "            marks: {}\n"                                                                      \
    "            to: night\n"                                                                      \
    "          - text: Good night.\n"                                                              \
    "            turn: 2\n"                                                                        \
    "            marks: {}\n"                                                                      \
    "            to: night\n"                                                                      \
    "          - text: Fine.\n"                                                                    \
    "            turn: 2\n"                                                                        \
    "            marks: {}\n"                                                                      \
    "            to: night\n"                                                                      \
    "      - node: light\n"                                                                        \
    "        line: Let’s see.\n"                                                                   \
    "        face: listening\n"                                                                    \
    "        mood: 0\n"                                                                            \
    "        replies:\n"                                                                           \
    "          - text: Switch it on.\n"                                                            \
    "            turn: 3\n"                                                                        \
    "            marks: {}\n"                                                                      \
    "            to: on\n"                                                                         \
    "          - text: Try again.\n"                                                               \
    "            turn: 2\n"                                                                        \
    "            marks: {}\n"                                                                      \
    "            to: half\n"                                                                       \
    "          - text: Both of us.\n"                                                              \
    "            turn: 4\n"                                                                        \
    "            marks: {}\n"                                                                      \
    "            to: on\n"                                                                         \
    "      - node: night\n"                                                                        \
    "        line: Shall we stop?\n"                                                               \
    "        face: tired\n"                                                                        \
    "        mood: -1\n"                                                                           \
    "        replies:\n"                                                                           \
    "          - text: At breakfast.\n"                                                            \
    "            turn: 3\n"                                                                        \
    "            marks: {}\n"                                                                      \
    "            to: morning\n"                                                                    \
    "          - text: Yes.\n"                                                                     \
    "            turn: 2\n"                                                                        \
    "            marks: {}\n"                                                                      \
    "            to: morning\n"                                                                    \
    "          - text: Ask me then.\n"                                                             \
    "            turn: 3\n"                                                                        \
    "            marks: {}\n"                                                                      \
    "            to: half\n"                                                                       \
    "      - node: on\n"                                                                           \
    "        line: It’s on.\n"                                                                     \
    "        face: happy\n"                                                                        \
    "        mood: 2\n"                                                                            \
    "        ending: close\n"                                                                      \
    "        last: There’s light.\n"                                                               \
    "      - node: half\n"                                                                         \
    "        line: It glows.\n"                                                                    \
    "        face: amused\n"                                                                       \
    "        mood: 1\n"                                                                            \
    "        ending: halfway\n"                                                                    \
    "        last: Half of it is light.\n"                                                         \
    "      - node: morning\n"                                                                      \
    "        line: In the morning.\n"                                                              \
    "        face: tired\n"                                                                        \
    "        mood: 0\n"                                                                            \
    "        ending: later\n"                                                                      \
    "        last: The sun does it, too.\n"                                                        \
    "    talk: Who holds the chair?\n"                                                             \
    "    why: It was about the chair.\n"

#define OWN_WORDS                                                                                  \
    "  - id: the-key\n"                                                                           \
    "    kind: own-words\n"                                                                       \
    "    title: The key\n"                                                                        \
    "    theme: naming\n"                                                                         \
    "    situation: bid\n"                                                                        \
    "    skills: [notice]\n"                                                                      \
    "    depth: 1\n"                                                                              \
    "    register: plain\n"                                                                       \
    "    icon: key\n"                                                                             \
    "    face: hurt\n"                                                                            \
    "    line: I waited at the door, {responder}.\n"                                              \
    "    hint: A door, and nobody behind it.\n"

#endif
