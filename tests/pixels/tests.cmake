# SPDX-License-Identifier: MIT
# Pixels of the renderer, painted without a window, with little pictures made by the tests.
function(tb_add_pixel_test name)
  tb_add_test(${name} SOURCES pixels/${name}.c pixels/easel.c LIBS tb_platform)
  set_tests_properties(${name} PROPERTIES ENVIRONMENT "SDL_VIDEODRIVER=dummy")
endfunction()

tb_add_pixel_test(test_paint)
tb_add_pixel_test(test_repaint)
tb_add_pixel_test(test_sprites)
