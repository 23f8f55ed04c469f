//! Binding of SQLAlchemy Core's expression constructs.

use super::Cx;
use crate::eval::{Access, Outcome};

/// Answers an access to an expression or to what makes one; `None` for all else.
pub fn access(_cx: &mut Cx<'_>, _access: &Access<'_>) -> Option<Outcome> {
    None
}
