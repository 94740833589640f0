/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The choices that fields of the schema offer, each list ending with an empty row: for
 * kring-schema-tables.c, whose rows name them. The order is that of map/model/kring-choices.h.
 */
#pragma once

#include "map/model/kring-schema-tables.h"

G_BEGIN_DECLS

extern const KringChoice kring_choices_parties[];
extern const KringChoice kring_choices_sides[];
extern const KringChoice kring_choices_ways_known[];
extern const KringChoice kring_choices_certainties[];
extern const KringChoice kring_choices_audiences[];
extern const KringChoice kring_choices_readers[];
extern const KringChoice kring_choices_name_forms[];
extern const KringChoice kring_choices_sexes[];
extern const KringChoice kring_choices_rings[];
extern const KringChoice kring_choices_seats[];
extern const KringChoice kring_choices_vehicle_types[];
extern const KringChoice kring_choices_phone_types[];
extern const KringChoice kring_choices_account_types[];
extern const KringChoice kring_choices_money_types[];
extern const KringChoice kring_choices_group_shapes[];
extern const KringChoice kring_choices_qualities[];
extern const KringChoice kring_choices_intensities[];
extern const KringChoice kring_choices_directions[];
extern const KringChoice kring_choices_families[];
extern const KringChoice kring_choices_event_sorts[];
extern const KringChoice kring_choices_statement_forms[];
extern const KringChoice kring_choices_source_grades[];
extern const KringChoice kring_choices_information_grades[];
extern const KringChoice kring_choices_task_sorts[];
extern const KringChoice kring_choices_task_states[];
extern const KringChoice kring_choices_backgrounds[];
extern const KringChoice kring_choices_concerns[];

G_END_DECLS
