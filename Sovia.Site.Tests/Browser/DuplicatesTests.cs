using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Sovia.Duplicates.Groups;
using Sovia.Duplicates.Hashes;
using Sovia.Jobs;
using Sovia.Tests.Duplicates;

namespace Sovia.Tests.Browser;

public sealed class DuplicatesTests(BrowserSite site) : BrowserTest(site)
{
    [BrowserFact]
    public async Task a_group_is_decided_and_undone_and_a_pasted_picture_finds_similar_ones()
    {
        var page = await OpenAsync(new() { ViewportSize = new() { Width = 390, Height = 800 } });
        await page.GotoAsync("/media");
        await page.SetInputFilesAsync("#media", [File(Site.Roots[10].Id, Scenes.Create(1).Png()),
            File(Site.Roots[11].Id, Scenes.Create(1).Resized(0.5).Png())]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();
        await page.GetByText("2 files matched.").WaitForAsync();
        await FindDuplicatesAsync();

        await page.GotoAsync("/media");
        await page.GetByRole(AriaRole.Link, new() { Name = "Find duplicates" }).ClickAsync();
        var group = page.Locator("[data-group]");
        Assert.Equal(2, await group.Locator("article").CountAsync());
        // At the same size, and nothing sticks out of a phone's screen.
        var widths = await group.Locator("img")
            .EvaluateAllAsync<double[]>("images => images.map(image => image.getBoundingClientRect().width)");
        Assert.Equal(widths[0], widths[1], 1.0);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await group.GetByRole(AriaRole.Radio).Last.CheckAsync();
        await group.GetByRole(AriaRole.Button, new() { Name = "Keep one, trash the rest" }).ClickAsync();
        await page.GetByText("Moved 1 item to the trash.").WaitForAsync();
        Assert.Equal(0, await group.CountAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await page.GetByText("Decision undone.").WaitForAsync();
        Assert.Equal(1, await group.CountAsync());

        foreach (var gesture in new[] { "paste", "drop" })
        {
            await page.GotoAsync("/duplicates");
            await page.EvaluateAsync(Give, new object[] { gesture, Convert.ToBase64String(Scenes.Create(1).Jpeg(70)) });
            await page.WaitForURLAsync("**/duplicates?like=*");
            await page.GetByText("2 items look like this image").WaitForAsync();
        }
    }

    private const string Give = """
        ([gesture, base64]) => {
          const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
          const given = new DataTransfer();
          given.items.add(new File([bytes], "a.jpg", { type: "image/jpeg" }));
          document.querySelector("h1").dispatchEvent(gesture === "paste"
            ? new ClipboardEvent("paste", { clipboardData: given, bubbles: true, cancelable: true })
            : new DragEvent("drop", { dataTransfer: given, bubbles: true, cancelable: true }));
        }
        """;

    private static FilePayload File(Guid post, byte[] bytes) => new() { Name = $"{post}.png", MimeType = "image/png", Buffer = bytes };

    private async Task FindDuplicatesAsync()
    {
        await using var scope = Site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<IJob>().OfType<HashPicturesJob>().Single().RunAsync(HashPicturesJob.JobName, default);
        await scope.ServiceProvider.GetRequiredService<RebuildDuplicateGroups>().RunAsync(default);
    }
}
