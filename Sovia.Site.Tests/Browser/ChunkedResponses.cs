using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Sovia.Tests.Browser;

/// <summary>Sends pages in pieces to whoever asks for it by a header, as a slow line does, or a machine that has much else to do.</summary>
internal sealed partial class ChunkedResponses : IStartupFilter
{
    /// <summary>The header that asks for it.</summary>
    public const string Header = "X-In-Pieces";

    // The frame, the head of the page and the first items; what follows is like them.
    private const int Length = 14_000, Most = 160;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => site =>
    {
        site.Use(SendAsync);
        next(site);
    };

    private static async Task SendAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Headers.ContainsKey(Header) || context.Request.Headers.ContainsKey("HX-Request"))
        {
            await next(context);
            return;
        }
        context.Request.Headers.Remove("Accept-Encoding");
        var (response, body) = (context.Response, context.Response.Body);
        using var whole = new MemoryStream();
        response.Body = whole;
        await next(context);
        response.Body = body;
        if (response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) != true)
        {
            await body.WriteAsync(whole.ToArray());
            return;
        }
        response.ContentLength = null;
        foreach (var piece in Cut(Encoding.UTF8.GetString(whole.ToArray())))
        {
            await body.WriteAsync(Encoding.UTF8.GetBytes(piece));
            await body.FlushAsync();
            // About a frame, so that the browser may show what it has.
            await Task.Delay(12);
        }
    }

    private static IEnumerable<string> Cut(string page)
    {
        var start = page.IndexOf("<body", StringComparison.Ordinal);
        yield return page[..start];
        var cuts = Tag().Matches(page).Select(match => match.Index).Where(at => at > start && at < start + Length).ToArray();
        var step = Math.Max(1, cuts.Length / Most);
        foreach (var at in cuts.Where((_, place) => place % step == 0))
        {
            yield return page[start..at];
            start = at;
        }
        yield return page[start..];
    }

    // Before each tag, and before the text behind one.
    [GeneratedRegex(@"<|(?<=>)[^<\s]")]
    private static partial Regex Tag();
}
