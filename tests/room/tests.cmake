# SPDX-License-Identifier: MIT
# The workshop: its plans, the way through them, its wall, and what it leaves behind.
tb_add_test(test_plans SOURCES room/test_plans.c LIBS tb_base tb_core tb_content)
tb_add_test(test_lead SOURCES room/test_lead.c LIBS tb_base tb_core tb_content)
tb_add_test(test_phones SOURCES room/test_phones.c room/phones_kit.c
  LIBS tb_base tb_core tb_content)
tb_add_test(test_crowd SOURCES room/test_crowd.c room/phones_kit.c
  LIBS tb_base tb_core tb_content)
tb_add_screen_test(test_wall room/test_wall.c)
tb_add_screen_test(test_desk room/test_desk.c)
tb_add_screen_test(test_evening_walls room/test_evening_walls.c)
tb_add_screen_test(test_network room/test_network.c)
add_test(NAME room_nothing_kept COMMAND ${Python3_EXECUTABLE} -B
  ${CMAKE_CURRENT_LIST_DIR}/nothing_kept.py $<TARGET_FILE:tiny-bridges>
  ${CMAKE_CURRENT_LIST_DIR}/../replays/workshop-hands.replay)
set_tests_properties(room_nothing_kept PROPERTIES ENVIRONMENT
  "SDL_VIDEODRIVER=dummy;SDL_AUDIODRIVER=dummy")
# The server for phones: driven by the test itself, without a thread.
tb_add_test(test_server SOURCES room/test_server.c room/server_kit.c room/fill.c LIBS tb_room)
tb_add_test(test_server_limits SOURCES room/test_server_limits.c room/server_kit.c room/fill.c
  LIBS tb_room)
tb_add_test(test_form SOURCES room/test_form.c LIBS tb_room)
tb_add_test(test_gate SOURCES room/test_gate.c LIBS tb_room)
tb_add_test(test_pace SOURCES room/test_pace.c LIBS tb_room)
tb_add_test(test_qr SOURCES room/test_qr.c LIBS tb_room)
set(room_hostile room/hostile_heads.c room/hostile_wire.c room/hostile_forms.c
  room/hostile_write.c room/fill.c)
tb_add_test(test_hostile SOURCES room/test_hostile.c room/server_kit.c ${room_hostile}
  LIBS tb_room)
# The server's two threads under ThreadSanitizer, which wants every source for itself.
file(GLOB room_threaded ${CMAKE_SOURCE_DIR}/src/room/*.c ${CMAKE_SOURCE_DIR}/src/base/*.c)
add_executable(room_threads room/room_threads.c ${room_hostile} ${room_threaded})
target_include_directories(room_threads PRIVATE ${CMAKE_SOURCE_DIR}/src/room
  ${CMAKE_SOURCE_DIR}/src/base ${CMAKE_SOURCE_DIR}/src/core)
target_link_libraries(room_threads PRIVATE PkgConfig::QRENCODE ${CMAKE_DL_LIBS}
  Threads::Threads)
get_target_property(room_threads_options room_threads COMPILE_OPTIONS)
list(FILTER room_threads_options EXCLUDE REGEX "sanitize")
set_target_properties(room_threads PROPERTIES LINK_OPTIONS -fsanitize=thread
  COMPILE_OPTIONS "${room_threads_options};-fsanitize=thread;-g")
# Newer kernels scatter memory more widely than gcc 12's ThreadSanitizer can bear.
add_test(NAME room_threads COMMAND sh -c
  "if setarch -R true 2>/dev/null; then exec setarch -R $<TARGET_FILE:room_threads>; fi
  exec $<TARGET_FILE:room_threads>")
# The benchmark's sixty phones and two hundred enemies, counted and not timed.
add_executable(room_load ${CMAKE_SOURCE_DIR}/tools/bench_room.c
  ${CMAKE_SOURCE_DIR}/tools/bench_room_sockets.c)
target_link_libraries(room_load PRIVATE tb_room)
add_test(NAME room_load COMMAND room_load --count)
# Five phones in real browsers beside the game's real window. tools/test gets what it needs.
add_test(NAME room_browser COMMAND ${Python3_EXECUTABLE} -B
  ${CMAKE_CURRENT_LIST_DIR}/browser/room.py $<TARGET_FILE:tiny-bridges> ${CMAKE_BINARY_DIR}/browser)
set_tests_properties(room_browser PROPERTIES RUN_SERIAL ON)
