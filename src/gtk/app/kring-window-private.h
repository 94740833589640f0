/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inside of the window, shared by the files that make it up and by nobody else. Parts that come
 * from its template are its children and live as long as it does; what stands in a bin or over the
 * window is made once there is a document. Main thread only.
 */
#pragma once

#include "gtk/app/kring-header.h"
#include "gtk/app/kring-map-page.h"
#include "gtk/app/kring-page-stack.h"
#include "gtk/app/kring-record-cards.h"
#include "gtk/app/kring-toasts.h"
#include "gtk/app/kring-window.h"
#include "gtk/names/kring-name-panel.h"
#include "gtk/saving/kring-saving.h"
#include "gtk/sharing/kring-sharing.h"
#include "gtk/widgets/kring-adaptive-bin.h"

G_BEGIN_DECLS

struct _KringWindow
{
  AdwApplicationWindow parent_instance;

  KringDocument *document;  /* (owned) (nullable), none at the start page */
  KringSession *session;    /* (owned) (nullable), of the document */
  KringRecovery *recovery;  /* (owned) (nullable), of the document */
  GSettings *settings;      /* (owned) */
  gboolean show_names;      /* the list of names is open */
  gboolean show_details;    /* the inspector is open */
  gboolean show_time;       /* the timeline under the map is open */
  KringSharing *sharing;    /* (owned) */
  GtkWindow *presentation;  /* (nullable), weak: the map as others see it now */
  KringSaving *saving;      /* (owned) (nullable), of the document */
  KringDraftOpener *opener; /* (owned) (nullable), of the document */

  KringHeader *header;
  KringFileBar *file_bar;
  AdwToastOverlay *toasts;
  GtkWidget *spoken;   /* what is told, for a screen reader */
  KringToasts *teller; /* (owned) */
  GtkStack *stack;     /* the start page, or the work */
  KringAdaptiveBin *work_bin;
  GtkRevealer *names_revealer;
  GtkRevealer *details_revealer;
  KringNamePanel *name_panel;
  AdwBin *inspector_bin;
  KringPageStack *pages;
  KringMapPage *map_page;         /* (nullable), the first of the pages */
  GtkWidget *search;              /* (owned) (nullable), under the button that opens it */
  KringRecordCards *record_cards; /* (owned) (nullable), of the document */
  GtkRevealer *time_revealer;
  AdwViewSwitcherBar *switcher_bar;
};

void kring_window_install_actions (GtkWidgetClass *klass);
void kring_window_add_sharing (KringWindow *self);
void kring_window_update_actions (KringWindow *self);
void kring_window_update_title (KringWindow *self);

/* kring-window-layout.c */
void kring_window_follow_width (KringWindow *self);
void kring_window_update_layout (KringWindow *self);

/* kring-window-presenting.c */
void kring_window_install_presenting_actions (GtkWidgetClass *klass);
void kring_window_stop_presenting (KringWindow *self);

/* kring-window-parts.c */
void kring_window_install_part_actions (GtkWidgetClass *klass);
void kring_window_add_parts (KringWindow *self);
void kring_window_remove_parts (KringWindow *self);
void kring_window_flush_parts (KringWindow *self);
void kring_window_finish_typing (KringWindow *self);
void kring_window_focus_page (KringWindow *self);
void kring_window_update_time (KringWindow *self);
gboolean kring_window_cancel (KringWindow *self);
void kring_window_show_item (KringWindow *self, const char *id);

G_END_DECLS
