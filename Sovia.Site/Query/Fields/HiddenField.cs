using Sovia.Index;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters by hidden items. Other lists leave them out.</summary>
internal static class HiddenField
{
    public static readonly Field Field = new("hidden")
    {
        Is = [("hidden", new Term.VisibilityIs(Visibility.Hidden))],
        Help = [new("is:hidden", "Hidden items. Other lists leave them out.")],
    };
}
