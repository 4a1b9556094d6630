# SPDX-License-Identifier: MIT
# Replays: recorded input through the whole game, compared with what is expected in words. Each run
# also checks that no frame betrays a choice that is still secret.
file(GLOB replays CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.replay)
foreach(replay ${replays})
  get_filename_component(name ${replay} NAME_WE)
  add_test(NAME replay_${name} COMMAND ${Python3_EXECUTABLE} -B
    ${CMAKE_CURRENT_LIST_DIR}/check_replay.py $<TARGET_FILE:tiny-bridges> ${replay})
  set_tests_properties(replay_${name} PROPERTIES ENVIRONMENT
    "SDL_VIDEODRIVER=dummy;SDL_AUDIODRIVER=dummy")
endforeach()
add_test(NAME demo_month COMMAND ${Python3_EXECUTABLE} -B
  ${CMAKE_CURRENT_LIST_DIR}/check_month.py $<TARGET_FILE:tiny-bridges>)
set_tests_properties(demo_month PROPERTIES TIMEOUT 480 ENVIRONMENT
  "SDL_VIDEODRIVER=dummy;SDL_AUDIODRIVER=dummy")
