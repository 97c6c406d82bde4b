using CsCheck;
using Sovia.Query.Terms;
using Sovia.Tests.Index;
using Sovia.Text;

namespace Sovia.Tests.Query.Terms;

public sealed class MarkingTests
{
    [Fact]
    public void a_text_has_marks_where_it_is_found_and_what_is_marked_would_be_found_alone() => Gen.Int.Sample(
        seed =>
        {
            var random = new RandomTerms(seed);
            var (term, text) = (random.Wanted(), random.CreateText());
            var marks = SearchHighlighter.Create(term).FindRanges(text).ToList();
            Assert.Equal(Matches(term, text), marks.Count > 0);
            Assert.All(marks, mark => Assert.True(Matches(term, text.Substring(mark.Start, mark.Length)), $"{term} in {text}"));
            var rest = marks.AsEnumerable().Reverse()
                .Aggregate(text, (left, mark) => left.Remove(mark.Start, mark.Length).Insert(mark.Start, " / "));
            if (term is Term.Word or Term.Prefix) Assert.False(Matches(term, rest), $"{term} is left in {rest}");
        },
        iter: 20_000);

    private static bool Matches(Term term, string text) =>
        TermEvaluator.Matches(term, Rows.Stub with { Texts = [AnalyzedText.Analyze(text)] });
}
