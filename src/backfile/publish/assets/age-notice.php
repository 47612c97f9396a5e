<?php
// Backfile's age notice for WordPress: into the theme's functions.php, or a plugin of its own.
// A post's custom field "age_notice" goes first: "off", or a day, "2017-02-23".
add_action( 'wp_head', function () {
	$word = is_singular( 'post' ) ? get_post_meta( get_the_ID(), 'age_notice', true ) : '';
	if ( $word ) {
		printf( '<meta name="age-notice" content="%s">' . "\n", esc_attr( $word ) );
	}
} );
add_filter( 'the_content', function ( $content ) {
	if ( ! is_singular( 'post' ) || ! in_the_loop() || ! is_main_query() ) {
		return $content;
	}
	$word = get_post_meta( get_the_ID(), 'age_notice', true );
	$day  = preg_match( '/^\d{4}-\d\d-\d\d$/', $word ) ? strtotime( $word . ' 12:00' ) : get_post_time( 'U' );
	if ( 'off' === $word || ! $day || time() - $day < DAYS * DAY_IN_SECONDS ) {
		return $content;
	}
	$says = wp_date( get_option( 'date_format' ), $day ) . ' · ' . sprintf( __( '%s ago' ), human_time_diff( $day ) );
	return '<p class="age-notice" role="note">' . esc_html( $says ) . '</p>' . $content;
} );
