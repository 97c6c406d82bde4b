using Sovia.Index;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters by the flags that sources set on a post.</summary>
internal static class FlagsField
{
    public static readonly Field Field = new("flags")
    {
        Is =
        [
            ("moderated", new Term.IsFlagged(PostFlag.Moderated)),
            ("restricted", new Term.IsFlagged(PostFlag.Restricted)),
            ("uploaded", new Term.IsFlagged(PostFlag.Uploaded)),
            ("derived", new Term.IsFlagged(PostFlag.Derived)),
        ],
    };
}
