using Sovia.Api;
using Sovia.Commands;
using Sovia.Import;
using Sovia.Library;
using Sovia.MediaFiles;
using Sovia.Pages;
using Sovia.Storage;
using Sovia.Storage.PrivateServer;
using Sovia.Web;

try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = Terminal.SettingsIn(args), ContentRootPath = AppContext.BaseDirectory });
    if (Terminal.IsCommand(args)) builder.Configuration["Logging:LogLevel:Default"] = nameof(LogLevel.Warning);
    await using var postgres = await builder.UsePrivatePostgresAsync();
    builder.WebHost.UseStaticWebAssets();
    builder.Services.AddSoviaStore().AddLibrary().AddImport(DataDirectory.From).AddMediaFiles(DataDirectory.From);
    builder.Services.AddHealth().AddPages();
    await using var app = builder.Build();
    if (Terminal.IsCommand(args)) return await Terminal.RunAsync(app.Services, args);
    app.UseWeb();
    app.MapPages();
    app.MapMediaFiles();
    app.MapHealth();
    await app.RunAsync();
    return 0;
}
catch (PrivatePostgresException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
