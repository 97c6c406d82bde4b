using System.CommandLine;
using System.Globalization;
using Sovia.Bench;

var site = new Option<string>("--site") { Description = "The published Sovia.Site.dll", Required = true };
var work = new Option<string>("--work") { Description = "A folder for what is thrown away", Required = true };
var families = new Option<string>("--families")
{
    Description = "Sizes of libraries, with commas between",
    DefaultValueFactory = _ => "1000,10000,100000"
};
var only = new Option<string?>("--only") { Description = "Only rows whose name contains this" };
var without = new Option<string?>("--without") { Description = "Leave out rows whose name contains this" };
var data = new Option<string?>("--data") { Description = "A folder in which seeded libraries are kept and found again" };
var seconds = new Option<int>("--seconds") { Description = "How long each row is driven, each way", DefaultValueFactory = _ => 3 };

var command = new RootCommand("Measures Sovia on synthetic libraries.") { site, work, families, only, without, data, seconds };
command.SetAction(async (parsed, ct) =>
{
    CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
    var options = new BenchOptions(parsed.GetValue(site)!, parsed.GetValue(work)!, parsed.GetValue(data), parsed.GetValue(only),
        parsed.GetValue(without), parsed.GetValue(seconds));
    foreach (var size in parsed.GetValue(families)!.Split(',').Select(text => int.Parse(text, CultureInfo.InvariantCulture)))
        await new Measurement(options, size, Console.Out).RunAsync(ct);
    return 0;
});
return await command.Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });
