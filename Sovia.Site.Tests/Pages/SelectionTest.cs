using System.Net;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>A test that sends the forms of a selection.</summary>
public abstract class SelectionTest(SoviaHost host) : PageTest(host)
{
    protected async Task<(string Text, HttpRequestMessage? Undo)> ChangeAsync(params (string Name, string Value)[] fields)
    {
        using var answer = await PostAsync([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var page = await OpenAsync(answer.Headers.Location!.ToString(),
            $"Cookie: {string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]))}");
        var form = page.QuerySelector("server-toast form");
        return (page.QuerySelector("server-toast [role=status]")!.TextContent, form is null ? null
            : new(HttpMethod.Post, form.GetAttribute("action")));
    }

    protected async Task<HttpResponseMessage> PostAsync(IEnumerable<KeyValuePair<string, string>> fields) =>
        await SendAsync(new(HttpMethod.Post, "/selection") { Content = new FormUrlEncodedContent(fields) });
}
