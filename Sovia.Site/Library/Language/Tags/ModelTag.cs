using Sovia.Library.Search;

namespace Sovia.Library.Language.Tags;

/// <summary><c>model:</c> what made any of it.</summary>
internal sealed class ModelTag() : NameTag("model", "Which model made it or any member of its family, whatever the case; none where no model is known.",
    model => new Term.ModelIs(model), new Term.ModelIs(null), "model:imagine_h_1", "model:none", "-model:\"a name\"");
