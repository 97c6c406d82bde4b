using Sovia.Index;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters by items that expired in the trash. Other lists leave them out.</summary>
internal static class ExpiredField
{
    public static readonly Field Field = new("expired")
    {
        Is = [("expired", new Term.VisibilityIs(Visibility.Expired))],
        Help = [new("is:expired", "Items cleared from the trash. No other list shows them.")],
    };
}
