package org.pizzaorders.local.simulator.provider;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pizzaorders.local.simulator.books.Answer;

/**
 * Which amounts the provider accepts, according to its page on currencies. The application does not use this code, so
 * that tests against the simulator find mistakes of the application.
 */
final class Amounts {

    private static final Set<String> CURRENCIES = set(
            "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BWP BYN BZD CAD CDF CHF"
                    + " CLP CNY COP CRC CVE CZK DJF DKK DOP DZD EGP ETB EUR FJD FKP GBP GEL GIP GMD GNF GTQ GYD HKD HNL"
                    + " HTG HUF IDR ILS INR ISK JMD JOD JPY KES KGS KHR KMF KRW KWD KYD KZT LAK LBP LKR LRD LSL MAD MDL"
                    + " MGA MKD MMK MNT MOP MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN"
                    + " PYG QAR RON RSD RUB RWF SAR SBD SCR SEK SGD SHP SLE SOS SRD STD SZL THB TJS TND TOP TRY TTD TWD"
                    + " TZS UAH UGX USD UYU UZS VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW");

    /** They have no decimals, but the provider still writes them with two, for compatibility. */
    private static final Set<String> WHOLE_IN_HUNDREDTHS = set("ISK UGX");

    private static final Set<String> THREE_DECIMALS = set("BHD JOD KWD OMR TND");

    private static final Map<String, Long> LEAST = Map.ofEntries(
            Map.entry("USD", 50L),
            Map.entry("AED", 200L),
            Map.entry("AUD", 50L),
            Map.entry("BGN", 100L),
            Map.entry("BRL", 50L),
            Map.entry("CAD", 50L),
            Map.entry("CHF", 50L),
            Map.entry("CZK", 1500L),
            Map.entry("DKK", 250L),
            Map.entry("EUR", 50L),
            Map.entry("GBP", 30L),
            Map.entry("HKD", 400L),
            Map.entry("HUF", 17_500L),
            Map.entry("INR", 50L),
            Map.entry("JPY", 50L),
            Map.entry("MXN", 1000L),
            Map.entry("MYR", 200L),
            Map.entry("NOK", 300L),
            Map.entry("NZD", 50L),
            Map.entry("PLN", 200L),
            Map.entry("RON", 200L),
            Map.entry("SEK", 300L),
            Map.entry("SGD", 50L),
            Map.entry("THB", 1000L));

    private static final long MOST = 99_999_999L;
    private static final long MOST_RUPIAHS = 999_999_999_999L;

    private Amounts() {}

    /** Why this cannot be charged; empty if it can. Validation comes before keys, so its answers are not kept. */
    static Optional<Answer> refusal(Map<String, String> parameters) {
        String currency = parameters.getOrDefault("currency", "").toUpperCase(Locale.ROOT);
        Optional<Long> amount = whole(parameters.get("amount"));
        if (amount.isEmpty()) {
            return refusal("parameter_invalid_integer", "Invalid integer: " + parameters.get("amount"));
        }
        if (!CURRENCIES.contains(currency)) {
            return Optional.of(
                    ProviderJson.invalid("currency", "Invalid currency: " + currency.toLowerCase(Locale.ROOT)));
        }
        if (amount.get() > ("IDR".equals(currency) ? MOST_RUPIAHS : MOST)) {
            return refusal("amount_too_large", "Amount must be no more than the maximum for " + currency + ".");
        }
        if (amount.get() < LEAST.getOrDefault(currency, 1L)) {
            return refusal("amount_too_small", "Amount must be at least the minimum for " + currency + ".");
        }
        return units(currency, amount.get());
    }

    /** Amounts that the provider's partners cannot represent. */
    static Optional<Answer> units(String currency, long amount) {
        String code = currency.toUpperCase(Locale.ROOT);
        if (WHOLE_IN_HUNDREDTHS.contains(code) && amount % 100 != 0) {
            return refusal("parameter_invalid_integer", "Amounts in " + code + " must end in 00.");
        }
        if (THREE_DECIMALS.contains(code) && amount % 10 != 0) {
            return refusal("parameter_invalid_integer", "Amounts in " + code + " must end in 0.");
        }
        return Optional.empty();
    }

    static Optional<Long> whole(String text) {
        return Optional.ofNullable(text)
                .filter(digits -> digits.matches("[1-9][0-9]{0,14}"))
                .map(Long::valueOf);
    }

    private static Optional<Answer> refusal(String code, String message) {
        return Optional.of(ProviderJson.invalid("amount", code, message));
    }

    private static Set<String> set(String words) {
        return Set.of(words.split(" "));
    }
}
