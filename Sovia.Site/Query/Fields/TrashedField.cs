using Sovia.Index;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters by items in the trash. Other lists leave them out.</summary>
internal static class TrashedField
{
    public static readonly Field Field = new("trashed")
    {
        Is = [("trashed", new Term.VisibilityIs(Visibility.Trashed))],
        Help = [new("is:trashed", "Items in the trash. Other lists leave them out.")],
    };
}
