# SPDX-License-Identifier: MIT
# Frames as data: lists, their dumps and hashes, and people as text.
tb_add_test(test_draw SOURCES draw/test_draw.c LIBS tb_draw)
tb_add_test(test_person SOURCES draw/test_person.c LIBS tb_draw)
tb_add_test(test_faces SOURCES draw/test_faces.c LIBS tb_core tb_draw)
