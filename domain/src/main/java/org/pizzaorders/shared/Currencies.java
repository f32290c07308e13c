package org.pizzaorders.shared;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The currencies that the payment provider can charge. Only these are allowed for prices. Source: the provider's page
 * on <a href="https://docs.stripe.com/currencies">currencies</a>, which also has the units and limits. The list has no
 * metals, units of account, test codes or old currencies.
 */
public final class Currencies {

    private static final Set<String> OF_HUNDREDTHS = set(
            "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BWP BYN BZD CAD CDF CHF CNY COP"
                    + " CRC CVE CZK DKK DOP DZD EGP ETB EUR FJD FKP GBP GEL GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS"
                    + " INR JMD KES KGS KHR KYD KZT LAK LBP LKR LRD LSL MAD MDL MKD MMK MNT MOP MUR MVR MWK MXN MYR"
                    + " MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SEK SGD SHP"
                    + " SLE SOS SRD STD SZL THB TJS TOP TRY TTD TWD TZS UAH USD UYU UZS WST XCD XCG YER ZAR ZMW");

    private static final Set<String> WHOLE = set("BIF CLP DJF GNF JPY KMF KRW PYG RWF VND VUV XAF XOF XPF");

    /** Currencies without decimals for which the provider still counts in hundredths, which must end in 00. */
    private static final Set<String> WHOLE_IN_HUNDREDTHS = set("ISK UGX");

    /** ISO 4217 gives them two decimals, but nobody can pay these; the provider counts in whole units. */
    private static final Set<String> HUNDREDTHS_IN_WHOLE = set("MGA");

    /** Three decimals, of which the last must be 0, because cards support only two. */
    private static final Set<String> OF_THOUSANDTHS = set("BHD JOD KWD OMR TND");

    /** Minimum amounts in the provider's units. For other currencies it documents none. */
    private static final Map<String, Long> LEAST = Map.ofEntries(
            Map.entry("AED", 200L),
            Map.entry("AUD", 50L),
            Map.entry("BGN", 100L),
            Map.entry("BRL", 50L),
            Map.entry("CAD", 50L),
            Map.entry("CHF", 50L),
            Map.entry("CZK", 1_500L),
            Map.entry("DKK", 250L),
            Map.entry("EUR", 50L),
            Map.entry("GBP", 30L),
            Map.entry("HKD", 400L),
            Map.entry("HUF", 17_500L),
            Map.entry("INR", 50L),
            Map.entry("JPY", 50L),
            Map.entry("MXN", 1_000L),
            Map.entry("MYR", 200L),
            Map.entry("NOK", 300L),
            Map.entry("NZD", 50L),
            Map.entry("PLN", 200L),
            Map.entry("RON", 200L),
            Map.entry("SEK", 300L),
            Map.entry("SGD", 50L),
            Map.entry("THB", 1_000L),
            Map.entry("USD", 50L));

    /** Eight digits, in the provider's units. */
    private static final long MOST = 99_999_999;

    private static final Map<String, Long> MORE = Map.of("IDR", 999_999_999_999L);

    private static final Map<String, ChargeableCurrency> BY_CODE = Stream.of(
                    OF_HUNDREDTHS.stream().map(code -> of(code, 2, 2, 1)),
                    WHOLE.stream().map(code -> of(code, 0, 0, 1)),
                    WHOLE_IN_HUNDREDTHS.stream().map(code -> of(code, 0, 2, 1)),
                    HUNDREDTHS_IN_WHOLE.stream().map(code -> of(code, 2, 0, 100)),
                    OF_THOUSANDTHS.stream().map(code -> of(code, 3, 3, 10)))
            .flatMap(currencies -> currencies)
            .collect(toUnmodifiableMap(ChargeableCurrency::code, currency -> currency));

    private Currencies() {}

    /**
     * @return empty if the currency cannot be charged, or is null
     */
    public static Optional<ChargeableCurrency> find(String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(BY_CODE.get(code));
    }

    /** Decimals of a major unit, also of currencies that can no longer be charged but appear in old orders. */
    public static int decimals(String code) {
        return find(code).map(ChargeableCurrency::decimals).orElseGet(() -> decimalsOfOld(code));
    }

    private static int decimalsOfOld(String code) {
        return Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
    }

    static Set<String> codes() {
        return BY_CODE.keySet();
    }

    private static ChargeableCurrency of(String code, int decimals, int providerDecimals, long step) {
        var least = LEAST.getOrDefault(code, 1L);
        var most = MORE.getOrDefault(code, MOST);
        return new ChargeableCurrency(
                code,
                decimals,
                providerDecimals,
                step,
                Math.max(step, scaled(least, decimals - providerDecimals)),
                scaled(most, decimals - providerDecimals) / step * step);
    }

    /** Rounds down. No minimum amount loses anything by that. */
    private static long scaled(long providerAmount, int decimals) {
        return BigDecimal.valueOf(providerAmount).movePointRight(decimals).longValue();
    }

    private static Set<String> set(String words) {
        return Set.of(words.split(" "));
    }
}
