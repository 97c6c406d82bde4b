using Sovia.Index;
using Sovia.Library.Search;

namespace Sovia.Query.Fields;

/// <summary>What is in the trash; no other list shows it.</summary>
internal static class TrashedField
{
    public static readonly Field Field = new("trashed")
    {
        Is = [("trashed", new Term.ShownAs(Shown.Trashed))],
        Help = [new("is:trashed", "What is in the trash; no other list shows it.")],
    };
}
