using Sovia.Api;
using Sovia.Caching;
using Sovia.Commands;
using Sovia.Demo;
using Sovia.Import;
using Sovia.Library;
using Sovia.MediaFiles;
using Sovia.MediaFiles.Downloads;
using Sovia.MediaFiles.Pictures;
using Sovia.Pages;
using Sovia.Seeding;
using Sovia.Storage;
using Sovia.Web;

try
{
    if (Terminal.IsCommand(args)) Terminal.Hurry();
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = Terminal.SettingsIn(args), ContentRootPath = AppContext.BaseDirectory });
    if (Terminal.IsCommand(args)) builder.Configuration["Logging:LogLevel:Default"] = nameof(LogLevel.Warning);
    await using var postgres = await builder.UsePrivatePostgresAsync();
    builder.WebHost.UseStaticWebAssets();
    builder.Services.AddSoviaStore().AddCaching(builder.Configuration).AddLibrary().AddImport(DataDirectory.From).AddSeeding();
    builder.Services.AddMediaFiles(DataDirectory.From).AddPictures(DataDirectory.From).AddDownloads().AddDemo(DataDirectory.From);
    builder.Services.AddWeb().AddHealth().AddPages();
    await using var app = builder.Build();
    if (Terminal.IsCommand(args)) return await Terminal.RunAsync(app.Services, args);
    app.UseWeb();
    app.MapPages();
    app.MapApi();
    app.AnnounceWhenReady();
    await app.RunAsync();
    return 0;
}
catch (Exception e) when (CannotStart.Explain(e) is { } words)
{
    Console.Error.WriteLine(words);
    return 1;
}
