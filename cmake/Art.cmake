# SPDX-License-Identifier: MIT
# Generated colours and pictures: tb_generate_palette(OUT_DIR) and tb_build_art(OUT_DIR).

# Debian's python3-pil belongs to the system's Python, so that one is asked first.
if(EXISTS /usr/bin/python3)
  set(TB_PYTHON /usr/bin/python3)
else()
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  set(TB_PYTHON ${Python3_EXECUTABLE})
endif()

# Writes palette_tokens.h and palette_table.c; target `palette`.
function(tb_generate_palette out_dir)
  set(tool ${CMAKE_SOURCE_DIR}/tools/art)
  set(outputs ${out_dir}/palette_tokens.h ${out_dir}/palette_table.c)
  add_custom_command(OUTPUT ${outputs}
    COMMAND ${TB_PYTHON} -B ${tool}/palette_c.py ${out_dir}
    DEPENDS ${tool}/palette_c.py ${tool}/palette.py ${tool}/cast.py
      ${CMAKE_SOURCE_DIR}/assets/themes/palette.txt
    COMMENT "Writing the colour tables" VERBATIM)
  add_custom_target(palette DEPENDS ${outputs})
endfunction()

# Rasterises all drawings at 1x, 2x and 4x with their indexes sprites.txt and people.txt; target
# `art`. build_art.py itself skips the pages whose drawing has not changed.
function(tb_build_art out_dir)
  find_program(TB_RSVG_CONVERT rsvg-convert)
  if(NOT TB_RSVG_CONVERT)
    message(FATAL_ERROR "rsvg-convert is needed to build the art (Debian: librsvg2-bin)")
  endif()
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tools/art/*.py
    ${CMAKE_SOURCE_DIR}/assets/icons/*.svg)
  add_custom_command(OUTPUT ${out_dir}/art.stamp
    COMMAND ${TB_PYTHON} -B ${CMAKE_SOURCE_DIR}/tools/art/build_art.py --scale 1 2 4
      --out ${out_dir} --rsvg ${TB_RSVG_CONVERT}
    COMMAND ${CMAKE_COMMAND} -E touch ${out_dir}/art.stamp
    DEPENDS ${sources} ${CMAKE_SOURCE_DIR}/assets/themes/palette.txt
    COMMENT "Drawing the art" VERBATIM USES_TERMINAL)
  add_custom_target(art DEPENDS ${out_dir}/art.stamp)
endfunction()
