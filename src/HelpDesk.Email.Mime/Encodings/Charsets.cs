using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace HelpDesk.Email.Mime.Encodings;

/// <summary>The charsets that mail names, by the names that it uses for them.</summary>
internal static class Charsets
{
    public static readonly Encoding Windows1252 = CodePage(1252)!;

    /// <summary>UTF-8 that puts U+FFFD where octets mean nothing.</summary>
    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private static readonly Utf7 Utf7 = new();
    private static readonly Big5 Big5 = new(CodePagesEncodingProvider.Instance.GetEncoding(950)!);

    private static readonly FrozenDictionary<string, int> Aliases = new Dictionary<string, int>
    {
        // Wider sets that contain the named one and that senders mean when they go past it.
        ["iso-8859-1"] = 1252, ["iso8859-1"] = 1252, ["iso_8859-1"] = 1252, ["iso88591"] = 1252, ["latin1"] = 1252, ["latin-1"] = 1252, ["l1"] = 1252,
        ["cp1252"] = 1252, ["cp-1252"] = 1252, ["ansi"] = 1252, ["x-ansi"] = 1252, ["windows1252"] = 1252, ["iso-8859-1-windows-1252"] = 1252,
        ["iso-8859-9"] = 1254, ["iso8859-9"] = 1254, ["latin5"] = 1254, ["cp1254"] = 1254,
        ["iso-8859-11"] = 874, ["tis-620"] = 874, ["tis620"] = 874, ["cp874"] = 874,
        ["gb2312"] = 54936, ["gbk"] = 54936, ["x-gbk"] = 54936, ["cp936"] = 54936, ["euc-cn"] = 54936, ["gb_2312-80"] = 54936, ["gb18030"] = 54936, ["chinese"] = 54936,
        ["ks_c_5601-1987"] = 949, ["ks_c_5601"] = 949, ["ksc5601"] = 949, ["ks_c_5601-1989"] = 949, ["euc-kr"] = 949, ["euckr"] = 949, ["cp949"] = 949, ["korean"] = 949, ["uhc"] = 949,
        ["shift_jis"] = 932, ["shift-jis"] = 932, ["sjis"] = 932, ["x-sjis"] = 932, ["ms_kanji"] = 932, ["cp932"] = 932, ["windows-31j"] = 932,
        ["euc-jp"] = 51932, ["eucjp"] = 51932, ["x-euc-jp"] = 51932,
        ["iso-2022-jp"] = 50220, ["iso-2022-jp-2"] = 50220, ["iso-2022-jp-1"] = 50220, ["iso-2022-jp-3"] = 50220, ["iso-2022-jp-ms"] = 50220, ["cp50220"] = 50220, ["csiso2022jp"] = 50221,
        ["iso-2022-kr"] = 50225, ["hz-gb-2312"] = 52936, ["big5"] = 950, ["big-5"] = 950, ["big5-hkscs"] = 950, ["cp950"] = 950, ["x-x-big5"] = 950,
        ["cp1250"] = 1250, ["cp1251"] = 1251, ["cp1253"] = 1253, ["cp1255"] = 1255, ["cp1256"] = 1256, ["cp1257"] = 1257, ["cp1258"] = 1258,
        ["windows1250"] = 1250, ["windows1251"] = 1251, ["win-1250"] = 1250, ["win1250"] = 1250, ["win-1251"] = 1251, ["win1251"] = 1251, ["win-1252"] = 1252, ["win1252"] = 1252, ["latin2"] = 28592, ["iso8859-2"] = 28592, ["iso8859-15"] = 28605, ["latin-9"] = 28605, ["latin9"] = 28605,
        ["iso-8859-8-i"] = 28598, ["iso-8859-8-e"] = 28598, ["iso-8859-6-i"] = 28596, ["koi8-r"] = 20866, ["koi8r"] = 20866, ["koi8"] = 20866, ["koi8-u"] = 21866, ["koi8-ru"] = 21866,
        ["cp437"] = 437, ["cp850"] = 850, ["cp852"] = 852, ["cp866"] = 866, ["ibm-850"] = 850, ["macintosh"] = 10000, ["x-mac-roman"] = 10000, ["mac"] = 10000, ["mac-roman"] = 10000, ["mac-cyrillic"] = 10007, ["mac-greek"] = 10006, ["mac-turkish"] = 10081, ["mac-ce"] = 10029, ["mac-centraleurope"] = 10029,
        ["utf-8"] = 65001, ["utf8"] = 65001, ["utf_8"] = 65001, ["x-utf-8"] = 65001, ["unicode-1-1-utf-8"] = 65001, ["utf-8n"] = 65001, ["utf8mb4"] = 65001,
        ["utf-16"] = 1201, ["utf-16be"] = 1201, ["utf-16le"] = 1200, ["utf16"] = 1201, ["unicode"] = 1200, ["ucs-2"] = 1201, ["iso-10646-ucs-2"] = 1201, ["csunicode"] = 1201, ["utf-32"] = 12001, ["utf-32be"] = 12001, ["utf-32le"] = 12000,
        ["us-ascii"] = 20127, ["ascii"] = 20127, ["ansi_x3.4-1968"] = 20127, ["iso646-us"] = 20127, ["iso-646"] = 20127, ["iso-ir-6"] = 20127, ["us"] = 20127, ["646"] = 20127, ["ansi_x3.4-1986"] = 20127,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The encoding of a name, or null when nobody knows it. Whoever decodes markup asks <see cref="IsUtf7"/> before.</summary>
    public static Encoding? Find(string name)
    {
        name = name.Trim(' ', '\t', '"', '\'');
        if (name.Length is 0 or > 64)
            return null;
        if (IsUtf7(name))
            return Utf7;
        if (Aliases.TryGetValue(name, out var page))
            return page == 65001 ? Utf8 : CodePage(page);
        if (LatinTable.Find(name) is { } table)
            return table;
        var named = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Numbered(name);
        if (named is not null)
            return named.CodePage == 65000 ? null : named;
        // Some programs write an underscore for every hyphen, or the other way round, and add the year of the standard.
        var usual = name.Replace('_', '-');
        var year = usual.IndexOf(':', StringComparison.Ordinal);
        usual = year > 0 ? usual[..year] : usual;
        return usual == name ? null : Find(usual);
    }

    /// <summary>The encoding of a name if text can be written in it, too.</summary>
    public static Encoding? FindWritable(string name) => Find(name) is { } found and not (Encodings.Utf7 or LatinTable) ? found : null;

    public static bool IsUtf7(string name) =>
        name.Contains("utf-7", StringComparison.OrdinalIgnoreCase) || name.Equals("utf7", StringComparison.OrdinalIgnoreCase);

    /// <summary>A charset named by the number of its code page, as <c>windows-932</c> or <c>cp1252</c>.</summary>
    private static Encoding? Numbered(string name)
    {
        var digits = name.AsSpan().LastIndexOfAnyExceptInRange('0', '9') + 1;
        var prefix = name.AsSpan(0, digits).TrimEnd("-_");
        var isPage = prefix.Equals("windows", StringComparison.OrdinalIgnoreCase) || prefix.Equals("cp", StringComparison.OrdinalIgnoreCase)
            || prefix.Equals("x-cp", StringComparison.OrdinalIgnoreCase) || prefix.Equals("ibm", StringComparison.OrdinalIgnoreCase)
            || prefix.Equals("ms", StringComparison.OrdinalIgnoreCase);
        return isPage && int.TryParse(name.AsSpan(digits), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 65000
            ? CodePagesEncodingProvider.Instance.GetEncoding(page)
            : null;
    }

    private static Encoding? CodePage(int page) => page switch
    {
        65001 => Utf8,
        20127 => Encoding.ASCII,
        950 => Big5,
        1200 or 1201 or 12000 or 12001 => Encoding.GetEncoding(page),
        _ => CodePagesEncodingProvider.Instance.GetEncoding(page),
    };
}
