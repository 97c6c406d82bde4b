using System.Globalization;
using System.Text.Json;
using CsCheck;
using Sovia.Import;

namespace Sovia.Tests.Import;

public sealed class WrittenTimeTests
{
    private static readonly DateTimeOffset Noonish = new(2024, 9, 5, 11, 24, 4, TimeSpan.Zero);

    [Theory]
    [InlineData("1725535444")]
    [InlineData("1725535444.0")]
    [InlineData("1.725535444e9")]
    [InlineData("1.725535444E+12")]
    [InlineData("1725535444000e-3")]
    [InlineData("17255354440000000E-7")]
    [InlineData("1725535444000000")]
    [InlineData("1725535444000000999")]
    [InlineData("638611322440000000")]
    [InlineData("133700090440000000")]
    [InlineData("13370009044000000")]
    [InlineData("20240905112404")]
    [InlineData("20240905T112404Z")]
    [InlineData("20240905T112404+0000")]
    [InlineData("20240905T132404+0200")]
    [InlineData("20240905_112404")]
    [InlineData("2024-09-05T11:24:04Z")]
    [InlineData("2024-09-05t11:24:04z")]
    [InlineData("2024-09-05 11:24:04")]
    [InlineData("2024-09-05, 11:24:04")]
    [InlineData("2024-9-5 11:24:04")]
    [InlineData("2024-09-05T11-24-04")]
    [InlineData("2024-09-05_11-24-04")]
    [InlineData("2024-09-05T11:24:04 Z")]
    [InlineData("2024-09-05 11:24:04 UTC")]
    [InlineData("2024-09-05 11:24:04 GMT")]
    [InlineData("2024-09-05 11:24:04 +0000 UTC")]
    [InlineData("2024-09-05 14:24:04 +0300 MSK")]
    [InlineData("2024-09-05T13:24:04+02")]
    [InlineData("2024-09-05T13:24:04+02:00[Europe/Berlin]")]
    [InlineData("2024-09-05T07:54:04-03:30")]
    [InlineData("2024-09-05 06:24:04 EST")]
    [InlineData("2024-09-05 04:24:04 PDT")]
    [InlineData("2024-09-05 13:24:04 CEST")]
    [InlineData("2024/09/05 11:24:04")]
    [InlineData("2024/9/5 上午11:24:04")]
    [InlineData("2024.09.05 11:24:04")]
    [InlineData("2024. 9. 5. 오전 11:24:04")]
    [InlineData("2024:09:05 11:24:04")]
    [InlineData("2024年9月5日 11:24:04")]
    [InlineData("2024年09月05日11時24分04秒")]
    [InlineData("2024年9月5日 星期四 11:24:04")]
    [InlineData("5.9.2024, 11:24:04")]
    [InlineData("05.09.2024 11:24:04")]
    [InlineData("Thu, 5 Sep 2024 11:24:04 GMT")]
    [InlineData("Thu, 05 Sep 2024 13:24:04 +0200")]
    [InlineData("Thu, 05 Sep 2024 06:24:04 EST")]
    [InlineData("Thu Sep 05 2024 11:24:04 GMT+0000 (Coordinated Universal Time)")]
    [InlineData("Thu Sep 05 2024 13:24:04 GMT+0200 (Mitteleuropäische Sommerzeit)")]
    [InlineData("Thu Sep  5 11:24:04 2024")]
    [InlineData("Thu Sep  5 11:24:04 UTC 2024")]
    [InlineData("5 September 2024 11:24:04")]
    [InlineData("5th of September, 2024 at 11:24:04")]
    [InlineData("05-Sep-2024 11:24:04")]
    [InlineData("Sep 5, 2024, 11:24:04 AM")]
    [InlineData("Sept. 5, 2024 11:24:04 a.m.")]
    [InlineData("September 5, 2024 at 11:24:04 AM UTC")]
    [InlineData("September 5, 2024 at 11:24:04\u202FAM GMT+0")]
    [InlineData("Thursday, September 5, 2024 at 1:24:04 PM GMT+2")]
    [InlineData("2024-Sep-05 11:24:04")]
    [InlineData("\u200E2024-09-05 11:24:04")]
    [InlineData("٢٠٢٤-٠٩-٠٥ ١١:٢٤:٠٤")]
    [InlineData("２０２４-０９-０５ １１:２４:０４")]
    public void one_moment_in_many_spellings(string written)
    {
        Assert.Equal(Noonish, SourceTime.Read(written));
        Assert.Equal(Noonish, SourceTime.Read(JsonSerializer.SerializeToElement(written)));
    }

    [Theory]
    [InlineData("2024-09-05T11:24:04.1Z", 100_000)]
    [InlineData("2024-09-05T11:24:04,123Z", 123_000)]
    [InlineData("2024-09-05 11:24:04.123456789 +0000 UTC", 123_456)]
    [InlineData("2024-09-05T11:24:04.99999999999999Z", 999_999)]
    [InlineData("1725535444.123", 123_000)]
    [InlineData("1725535444123", 123_000)]
    [InlineData("1725535444123456", 123_456)]
    [InlineData("1725535444123456789", 123_456)]
    [InlineData("1725535444123456.789e-6", 123_456)]
    [InlineData("20240905112404123", 123_000)]
    public void fractions_of_a_second_are_kept_to_the_microsecond(string written, int micros) =>
        Assert.Equal(Noonish.AddTicks(micros * TimeSpan.TicksPerMicrosecond), SourceTime.Read(written));

    [Theory]
    [InlineData("2024-09-05T24:00:00Z", "2024-09-06T00:00:00Z")]
    [InlineData("2024-12-31T24:00Z", "2025-01-01T00:00:00Z")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z")]
    [InlineData("2024-09-05", "2024-09-05T00:00:00Z")]
    [InlineData("20240905", "2024-09-05T00:00:00Z")]
    [InlineData("2024-09-05T11:24Z", "2024-09-05T11:24:00Z")]
    [InlineData("9/25/2024, 12:24:04 AM", "2024-09-25T00:24:04Z")]
    [InlineData("9/25/2024, 12:24:04 PM", "2024-09-25T12:24:04Z")]
    [InlineData("25/9/2024, 11:24:04 pm", "2024-09-25T23:24:04Z")]
    [InlineData("9/9/2024 11:24", "2024-09-09T11:24:00Z")]
    [InlineData("Sep 25, 2024", "2024-09-25T00:00:00Z")]
    public void edges_of_days_hours_and_years(string written, string read) =>
    Assert.Equal(DateTimeOffset.Parse(read, CultureInfo.InvariantCulture), SourceTime.Read(written));

    [Fact]
    public void a_time_written_in_any_form_is_read_as_that_time()
    {
        string[] forms =
        [
            "yyyy-MM-ddTHH:mm:ss.ffffffZ", "yyyy-MM-dd HH:mm:ss.ffffff", "yyyy/MM/dd HH:mm:ss.ffffff", "yyyyMMddTHHmmss.ffffffZ",
            "yyyy-MM-dd hh:mm:ss.ffffff tt", "dd.MM.yyyy HH:mm:ss,ffffff",
            "ddd, dd MMM yyyy HH:mm:ss.ffffff 'GMT'", "ddd MMM dd yyyy HH:mm:ss.ffffff 'GMT+0000 (x)'", "MMMM d, yyyy, h:mm:ss.ffffff tt",
            "yyyy'年'M'月'd'日' HH:mm:ss.ffffff", "yyyy:MM:dd HH:mm:ss.ffffff",
        ];
        Gen.Select(Gen.Long[0, 4_100_000_000_000_000], Gen.OneOf(forms)).Sample((micros, form) =>
        {
            var time = DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);
            return SourceTime.Read(time.ToString(form, CultureInfo.InvariantCulture)) == time;
        }, iter: 3_000);
    }

    [Fact]
    public void any_offset_is_taken_away() =>
        Gen.Select(Gen.Int[-14 * 60, 14 * 60], Gen.OneOf("zzz", "zzz[Europe/Berlin]", " zzz", "'GMT'zzz")).Sample((minutes, form) =>
        {
            var local = Noonish.ToOffset(TimeSpan.FromMinutes(minutes));
            var zone = local.ToString("zzz", CultureInfo.InvariantCulture);
            return new[] { zone, zone.Replace(":", "", StringComparison.Ordinal) }
                .All(spelt => SourceTime.Read(local.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)
                    + form.Replace("zzz", spelt, StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal)) == Noonish);
        }, iter: 1_000);

    [Fact]
    public void no_text_makes_it_throw() =>
    Gen.String[0, 60].Sample(text => SourceTime.Read(text) is null or { Year: >= 1900 }, iter: 5_000);
}
