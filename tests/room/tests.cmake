# SPDX-License-Identifier: MIT
# The workshop: its plans, the way through them, its wall, and what it leaves behind.
tb_add_test(test_plans SOURCES room/test_plans.c LIBS tb_base tb_core tb_content)
tb_add_test(test_lead SOURCES room/test_lead.c LIBS tb_base tb_core tb_content)
tb_add_test(test_phones SOURCES room/test_phones.c room/phones_kit.c
  LIBS tb_base tb_core tb_content)
tb_add_test(test_crowd SOURCES room/test_crowd.c room/phones_kit.c
  LIBS tb_base tb_core tb_content)
tb_add_test(test_wall SOURCES room/test_wall.c LIBS tb_app)
add_dependencies(test_wall art)
set_tests_properties(test_wall PROPERTIES ENVIRONMENT
  "SDL_VIDEODRIVER=dummy;SDL_AUDIODRIVER=dummy")
add_test(NAME room_nothing_kept COMMAND ${Python3_EXECUTABLE} -B
  ${CMAKE_CURRENT_LIST_DIR}/nothing_kept.py $<TARGET_FILE:tiny-bridges>
  ${CMAKE_CURRENT_LIST_DIR}/../replays/workshop-hands.replay)
set_tests_properties(room_nothing_kept PROPERTIES ENVIRONMENT
  "SDL_VIDEODRIVER=dummy;SDL_AUDIODRIVER=dummy")
# The server for phones: driven by the test itself, without a thread.
tb_add_test(test_server SOURCES room/test_server.c room/server_kit.c LIBS tb_room)
tb_add_test(test_form SOURCES room/test_form.c LIBS tb_room)
tb_add_test(test_gate SOURCES room/test_gate.c LIBS tb_room)
tb_add_test(test_qr SOURCES room/test_qr.c LIBS tb_room)
tb_add_test(test_hostile SOURCES room/test_hostile.c room/hostile_heads.c room/hostile_wire.c
  room/hostile_forms.c room/server_kit.c LIBS tb_room)
