//! The replayed schema told: as the statements that make it anew, and as what differs between two revisions.

use super::chain::Chain;
use crate::diag::Diagnostic;
use crate::ops::normal_form::{NormalForm, normal_form};
use crate::revision::RevisionIndex;

impl Chain<'_, '_> {
    /// The schema after these revisions in its normal form, without the version table.
    ///
    /// # Errors
    /// What the dialect can't say.
    pub fn described(&mut self, revisions: &[RevisionIndex]) -> Result<NormalForm, Diagnostic> {
        let schema = self.schema_after(revisions)?;
        normal_form(&schema, &self.session.host.settings.dialect, &self.version_table.definition.name)
    }

    /// What the schema after `to` has differently from that after `from`, a clause each, in a fixed order.
    ///
    /// # Errors
    /// As [`Chain::schema_after`].
    pub fn compared(&mut self, from: &[RevisionIndex], to: &[RevisionIndex]) -> Result<Vec<String>, Diagnostic> {
        let before = self.schema_after(from)?;
        self.forget_changes();
        let after = self.schema_after(to)?;
        let told = |what: String| what.replace(" is left over", " is new").replace(" is missing", " is gone");
        Ok(before.differences(&after).into_iter().map(|difference| told(difference.what)).collect())
    }
}
