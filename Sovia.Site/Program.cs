using Sovia.Api;
using Sovia.Commands;
using Sovia.Import;
using Sovia.Library;
using Sovia.MediaFiles;
using Sovia.Storage;
using Sovia.Storage.PrivateServer;

try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    await using var postgres = await builder.UsePrivatePostgresAsync();
    builder.WebHost.UseStaticWebAssets();
    var dataDirectory = DataDirectory.From(builder.Configuration);
    builder.Services.AddSoviaStore().AddLibrary().AddImport(dataDirectory).AddMediaFiles(dataDirectory).AddHealth();
    builder.Services.AddRazorPages();
    if (Terminal.IsCommand(args)) builder.Logging.SetMinimumLevel(LogLevel.Warning);
    await using var app = builder.Build();
    if (Terminal.IsCommand(args)) return await Terminal.RunAsync(app.Services, args);
    app.MapStaticAssets();
    app.MapRazorPages();
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
