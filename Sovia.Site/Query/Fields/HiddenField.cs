using Sovia.Index;
using Sovia.Library.Search;

namespace Sovia.Query.Fields;

/// <summary>What you have hidden; no other list shows it.</summary>
internal static class HiddenField
{
    public static readonly Field Field = new("hidden")
    {
        Is = [("hidden", new Term.ShownAs(Shown.Hidden))],
        Help = [new("is:hidden", "What you have hidden; no other list shows it.")],
    };
}
