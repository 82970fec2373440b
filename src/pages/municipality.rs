//! One municipality. Its page waits for the table of municipalities.

use joint_procurement_core::domain::{Catalog, MunicipalityCode, Snapshot};
use joint_procurement_core::routes::Route;
use leptos::prelude::*;

use crate::components::{Anew, AnswerState, ContentPage, FailureNotice, Loading, OwnChoice};
use crate::content;
use crate::data::Data;
use crate::navigation::use_navigation;
use crate::readiness::Hold;

/// The page of a municipality. The address may ask for counterparts for a system type.
#[component]
pub fn MunicipalityPage(
    snapshot: &'static Snapshot,
    catalog: &'static Catalog,
    code: MunicipalityCode,
) -> impl IntoView {
    let data: Data = expect_context();
    data.municipalities().want();
    let query = use_navigation().query();
    let hold = Hold::new();
    Effect::new(move || {
        if data.municipalities().get().is_some() {
            // Not at once: the parts are put into the page after this.
            request_animation_frame(move || hold.release());
        }
    });
    let route = Route::Municipality(code);
    let content = move || match data.municipalities().get() {
        None => view! { <Loading/> }.into_any(),
        Some(Err(error)) => {
            let content = content::of_route(snapshot, catalog, None, &route);
            view! {
                <ContentPage snapshot content/>
                <FailureNotice error retry=move |()| data.municipalities().retry()/>
            }
            .into_any()
        }
        Some(Ok(municipalities)) => {
            let name = municipalities.get(code).map(|it| it.name.to_owned());
            let content = query.with(|query| content::municipality(snapshot, municipalities, code, query));
            view! {
                <ContentPage snapshot content>
                    {name.map(|name| view! { <OwnChoice code name/> })}
                </ContentPage>
            }
            .into_any()
        }
    };
    view! {
        <div class="answer" data-answer="parts">
            <AnswerState/>
            <Anew content/>
        </div>
    }
}
