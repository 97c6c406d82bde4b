using Sovia.Api;
using Sovia.Caching;
using Sovia.Commands;
using Sovia.Curation;
using Sovia.Demo;
using Sovia.Downloads;
using Sovia.Duplicates;
using Sovia.Import;
using Sovia.Jobs;
using Sovia.Library;
using Sovia.Media;
using Sovia.Pages;
using Sovia.Pictures;
using Sovia.Seeding;
using Sovia.Similarity;
using Sovia.Storage;
using Sovia.Web;

try
{
    var command = CommandLineApp.Parse(args);
    if (command is { NeedsDatabase: false }) return await command.RunAsync(null);
    if (command is not null) CommandLineApp.EnableInlineSocketCompletions();
    var options = new WebApplicationOptions { Args = CommandLineApp.ExtractSettings(args), ContentRootPath = AppContext.BaseDirectory };
    var builder = WebApplication.CreateBuilder(options);
    if (command is not null) builder.Configuration["Logging:LogLevel:Default"] = nameof(LogLevel.Warning);
    var resumeLogging = builder.Logging.SuppressUntilStarted();
    await using var database = builder.StartDatabase();
    builder.WebHost.UseStaticWebAssets();
    builder.Services.AddSoviaStore().AddCaching(builder.Configuration).AddJobs(DataDirectory.Resolve).AddLibrary().AddCuration()
        .AddSimilarity(DataDirectory.Resolve).AddImport(DataDirectory.Resolve).AddSeeding();
    builder.Services.AddMedia(DataDirectory.Resolve).AddPictures(DataDirectory.Resolve).AddDownloads().AddDuplicates()
        .AddDemo(DataDirectory.Resolve).AddWeb().AddApi().AddPages();
    await using var app = builder.Build();
    if (command is null)
        app.UseLibrary(context => context.RequestServices.GetRequiredService<CurrentAccount>().Library).UseWeb().UseCollections()
            .UsePreferences().UseHiddenItems();
    if (command is null) app.MapPages().MapApi();
    await database.WaitUntilReadyAsync();
    if (command is not null) return await command.RunAsync(app.Services);
    app.AnnounceWhenReady();
    app.Lifetime.ApplicationStarted.Register(resumeLogging);
    await app.RunAsync();
    return 0;
}
catch (Exception e) when (StartupErrors.Explain(e) is { } message)
{
    Console.Error.WriteLine(message);
    return 1;
}
