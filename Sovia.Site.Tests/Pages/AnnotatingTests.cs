using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sovia.Curation;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>The controls of a post as forms.</summary>
public sealed class AnnotatingTests(SoviaHost host) : PageTest(host)
{
    [Fact]
    public async Task a_stale_tab_overwrites_no_later_change()
    {
        var post = Make.Still();
        await StoreAsync(post);
        await ChangeAsync(new() { Title = "Harbour", Note = "\nfor print\nlarge" }, post.Id);
        var stale = TextsOf(await OpenAsync($"/posts/{post.Id}"));
        await ChangeAsync(new() { Note = "sold" }, post.Id);

        // The note was left as it was shown: only the title counts.
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(post.Id, stale with { Title = "Harbour at dusk" })).StatusCode);
        Assert.Equal(("Harbour at dusk", "sold"), await ReadAnnotationAsync(post.Id));

        // Changed on both sides, it is asked for again, and both texts are there.
        using var refused = await SendAsync(post.Id, stale with { Note = "for the wall" }, "HX-Request: true");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await ReadAsync(refused);
        Assert.Contains("It is now “sold”", again.QuerySelector("#problem-note[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("problem-note", again.QuerySelector("[name=note]")!.GetAttribute("aria-describedby"));
        Assert.Equal("sold", (await ReadAnnotationAsync(post.Id)).Note);
        Assert.Equal("for the wall", TextsOf(again).Note);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(post.Id, TextsOf(again))).StatusCode);
        Assert.Equal(("Harbour at dusk", "for the wall"), await ReadAnnotationAsync(post.Id));
    }

    [Fact]
    public async Task the_same_form_sent_twice_changes_once_and_is_no_fault()
    {
        var post = Make.Still();
        await StoreAsync(post);
        var form = TextsOf(await OpenAsync($"/posts/{post.Id}"));
        foreach (var _ in "12") Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(post.Id, form with { Note = "a\r\nb" })).StatusCode);
        foreach (var _ in "12") Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(post.Id, form)).StatusCode);
        foreach (var _ in "12") Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(post.Id, [new("addtag", "Sea, sea")])).StatusCode);
        Assert.Equal((null, "a\nb"), await ReadAnnotationAsync(post.Id));
        Assert.Equal(2, (await WithAsync((ReadBatchHistory read) => read.ReadPageAsync(null, 10, default))).Count);
    }

    [Fact]
    public async Task htmx_gets_the_controls_as_they_are_now_with_what_was_done()
    {
        var post = Make.Still();
        await StoreAsync(post);
        var page = await ReadAsync(await PostAsync(post.Id, [new("rating", "4")], "HX-Request: true"));
        var section = page.QuerySelector("#annotate")!;
        Assert.Equal(("4", "Rated 1 item 4 stars."), (section.GetAttribute("data-rating"), section.GetAttribute("data-said")));
        Assert.Equal(4, section.QuerySelectorAll(".annotate__star--on").Length);
        Assert.Null(page.QuerySelector("main"));
        Assert.Equal(HttpStatusCode.NotFound,
            (await PostAsync(Guid.NewGuid(), [new("note", ""), new("note_was", EditConflictDetector.ComputeStamp(""))])).StatusCode);
    }

    [Fact]
    public async Task tags_in_use_are_suggested_with_counts_except_those_of_the_post()
    {
        var posts = Enumerable.Range(0, 5).Select(at => Make.Still(at)).ToArray();
        await StoreAsync(posts);
        await ChangeAsync(new() { AddTags = ["Red sky", "sea"] }, posts[0].Id, posts[1].Id, posts[2].Id);
        await ChangeAsync(new() { AddTags = ["skyline"] }, posts[3].Id);
        await ChangeAsync(new() { AddTags = ["SKY", "sea"] }, posts[1].Id);
        async Task<string> OfferAsync(int post, string typed) =>
            string.Join("; ", (await OpenAsync($"/posts/{posts[post].Id}/annotate?handler=tags&typed={typed}", "HX-Request: true"))
            .QuerySelectorAll("[data-tag]")
            .Select(option => $"{option.GetAttribute("data-tag")} {option.QuerySelector("data")!.TextContent}"));
        // What begins so goes before what has a word that does; of each the commonest first.
        Assert.Equal("SKY 1; skyline 1; Red sky 3", await OfferAsync(4, "Sky"));
        Assert.Equal("SKY 1; Red sky 3", await OfferAsync(3, "sky"));
        Assert.Equal("skyline 1", await OfferAsync(1, ""));
        Assert.Equal("", await OfferAsync(4, "%25"));
    }

    private static Texts TextsOf(IParentNode page) => new(
        page.QuerySelector<IHtmlInputElement>("[name=title]")!.Value, page.QuerySelector<IHtmlInputElement>("[name=title_was]")!.Value,
        page.QuerySelector<IHtmlTextAreaElement>("[name=note]")!.Value, page.QuerySelector<IHtmlInputElement>("[name=note_was]")!.Value);

    private Task<HttpResponseMessage> SendAsync(Guid id, Texts texts, params string[] headers) =>
        PostAsync(id, [new("title", texts.Title), new("title_was", texts.TitleWas), new("note", texts.Note),
            new("note_was", texts.NoteWas)], headers);

    private Task<HttpResponseMessage> PostAsync(Guid id, KeyValuePair<string, string>[] fields, params string[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/posts/{id}/annotate") { Content = new FormUrlEncodedContent(fields) };
        foreach (var header in headers) request.Headers.Add(header.Split(": ")[0], header.Split(": ")[1]);
        return SendAsync(request);
    }

    private async Task<(string? Title, string? Note)> ReadAnnotationAsync(Guid id)
    {
        var now = (await WithAsync((ReadAnnotations read) => read.ReadAsync([id], default)))[id];
        return (now.Title, now.Note);
    }

    private sealed record Texts(string Title, string TitleWas, string Note, string NoteWas);
}
