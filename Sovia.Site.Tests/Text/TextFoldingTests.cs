using System.Globalization;
using System.Text;
using Sovia.Text;

namespace Sovia.Tests.Text;

public sealed class TextFoldingTests
{
    private static readonly IReadOnlyList<Rune> All = [.. Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(code => new Rune(code))
        .Where(rune => Rune.GetUnicodeCategory(rune) is <= UnicodeCategory.OtherNumber)];

    [Fact]
    public void every_letter_folded_again_is_the_same() => Assert.All(All, rune =>
    {
        var folded = TextFolding.FoldCase($"x{rune}y");
        if (TextFolding.FoldCase(folded) != folded
            || TextFolding.RemoveDiacritics(TextFolding.RemoveDiacritics(folded)) != TextFolding.RemoveDiacritics(folded))
            Assert.Fail($"U+{rune.Value:X} is folded to {folded}, and that otherwise.");
    });

    [Fact]
    public void every_letter_is_found_by_its_capital_and_the_other_way_round() => Assert.All(All, rune =>
    {
        // The point below a Greek letter is a letter in capitals.
        if (rune.Value == 0x0345) return;
        var bare = TextFolding.RemoveDiacritics(TextFolding.FoldCase($"x{rune}"));
        foreach (var other in new[] { Rune.ToUpperInvariant(rune), Rune.ToLowerInvariant(rune) })
            if (TextFolding.RemoveDiacritics(TextFolding.FoldCase($"x{other}")) != bare)
                Assert.Fail($"U+{rune.Value:X} is folded to {bare}, and U+{other.Value:X} is not.");
    });

    [Theory]
    [InlineData("café", "cafe")]
    [InlineData("ſtraẞe", "strasse")]
    [InlineData("ΓΆΤΟΣ", "γατοσ")]
    [InlineData("ΐᾧ", "ιω")]
    [InlineData("ёлка", "елка")]
    [InlineData("зимний", "зимний")]
    [InlineData("їжак", "їжак")]
    [InlineData("у́тро", "утро")]
    [InlineData("đường", "duong")]
    [InlineData("Ærøskøbing", "aeroskobing")]
    [InlineData("مَرْحَبــًا", "مرحبا")]
    [InlineData("مسؤول", "مسؤول")]
    [InlineData("שָׁלוֹם", "שלום")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("ภาษา", "ภาษา")]
    [InlineData("が", "が")]
    [InlineData("한국", "한국")]
    public void marks_go_where_people_leave_them_out_and_stay_where_they_are_letters(string word, string bare) =>
    Assert.Equal(bare, TextFolding.RemoveDiacritics(TextFolding.FoldCase(word)));
}
