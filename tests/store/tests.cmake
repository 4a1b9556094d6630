# SPDX-License-Identifier: MIT
# The store: both twins, the file and its folder, damage, and disks that fail.
foreach(name twins file versions history backups damage faults kill aside)
  tb_add_test(test_store_${name}
    SOURCES store/test_store_${name}.c store/store_kit.c store/store_faults.c
    LIBS tb_store)
endforeach()

# A loss of power: what SQLite writes is recorded by a shim, the store's own calls by the linker.
tb_add_test(test_store_power
  SOURCES store/power/test_store_power.c store/power/scenes.c store/power/recorder.c
    store/power/disk.c store/power/disk_leave.c store/store_verdict.c store/store_kit.c
  LIBS tb_store)
foreach(call open rename link unlink mkdir fsync getrandom)
  target_link_options(test_store_power PRIVATE -Wl,--wrap=${call})
endforeach()

# Each kind of damage to the file, and beside it.
tb_add_test(test_store_damage_classes
  SOURCES store/damage/test_store_damage_classes.c store/damage/base.c store/damage/variants.c
    store/damage/variants_beside.c store/store_verdict.c store/store_kit.c
  LIBS tb_store)

include(${CMAKE_CURRENT_LIST_DIR}/failures/tests.cmake)

# Two copies of the game, and the couple's machines.
tb_add_test(test_store_conflicts
  SOURCES store/machines/test_store_conflicts.c store/machines/conflicts.c store/store_verdict.c
    store/store_kit.c
  LIBS tb_store tb_core)
tb_add_test(test_store_second_copy
  SOURCES store/machines/test_store_second_copy.c store/store_verdict.c store/store_kit.c
  LIBS tb_store)
