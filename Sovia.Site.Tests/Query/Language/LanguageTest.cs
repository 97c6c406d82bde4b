using Sovia.Query.Language;
using Sovia.Tests.Query.Terms;

namespace Sovia.Tests.Query.Language;

/// <summary>What tests of the language share: a Saturday on which to read.</summary>
public abstract class LanguageTest
{
    protected static readonly DateTimeOffset Now = new(2025, 10, 18, 15, 30, 0, TimeSpan.Zero);

    protected static ParsedSearch Read(string search) => ParsedSearch.Parse(search, Now);

    protected static string Meaning(string search) => TermText.Format(Read(search).Term);
}
