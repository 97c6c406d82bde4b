using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sovia.Tests.Import;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>A test that hands files over and presses the buttons of a run's page.</summary>
public abstract class WizardTest(SoviaHost host) : PageTest(host)
{
    protected static readonly string Export = SyntheticExport.Json(families: 14, seed: 11);

    protected async Task<(string Address, IHtmlDocument Preview)> UploadExportAsync(string text)
    {
        using var form = new MultipartFormDataContent { { new StringContent(text), "files", "mine.json" } };
        var address = (await PostAsync("/import", "/import", form)).Headers.Location!.ToString();
        return (address, await UntilAsync(address, "preview"));
    }

    // As the page's own refresh does.
    protected async Task<IHtmlDocument> UntilAsync(string address, string state)
    {
        IHtmlDocument? page = null;
        await Eventually.TrueAsync(async () => State(page = await OpenAsync(address)).GetAttribute("data-run-state") == state,
            $"the run is at {state}");
        return page!;
    }

    protected async Task<string> PressAsync(string page, string handler)
    {
        Assert.NotNull((await OpenAsync(page)).QuerySelector($"form[method=post] button[formaction='{page}?{handler}']"));
        using var form = new MultipartFormDataContent();
        var answer = await PostAsync(page, $"{page}?{handler}", form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    protected static IElement State(IHtmlDocument page) => page.QuerySelector("[data-run-state]")!;

    protected static string Figure(IHtmlDocument page, string name) =>
        page.QuerySelectorAll(".numbers > div").Single(figure => figure.QuerySelector("dt")!.TextContent == name)
        .QuerySelector("dd")!.TextContent;
}
